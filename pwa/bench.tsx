/** Every screen in every state, by the name after `?at=`; without a name, the list of them. */
import { render } from "preact";
import { LocationProvider } from "preact-iso";
import { Toasts, wordingReady } from "../shared/ui/index.ts";
import "../shared/ui/style/index.css";
import type { BenchState } from "./bench/state.ts";
import "./shell/app.css";
import { TabBar } from "./shell/tab-bar.tsx";
import "./words.ts";

const rooms: (() => Promise<BenchState[]>)[] = [
  () => import("./bench/card-states.tsx").then((file) => file.cardStates),
  () => import("./bench/points-states.tsx").then((file) => file.pointsStates),
  () => import("./bench/transfer-states.tsx").then((file) => file.transferStates),
  () => import("./bench/tier-states.tsx").then((file) => file.tierStates),
  () => import("./bench/gift-states.tsx").then((file) => file.giftStates),
  () => import("./bench/member-states.tsx").then((file) => file.memberStates),
  () => import("./bench/earn-states.tsx").then((file) => file.earnStates),
  () => import("./bench/programme-states.tsx").then((file) => file.programmeStates),
  () => import("./bench/join-states.tsx").then((file) => file.joinStates),
  () => import("./bench/ui-states.tsx").then((file) => file.uiStates),
];

let states: BenchState[] = [];
const root = document.getElementById("app");

// No await at the top: the rooms import chunks that wait for this one.
void Promise.all(rooms.map((load) => load())).then(async (loaded) => {
  states = loaded.flat();
  await wordingReady();
  const wanted = new URLSearchParams(location.search).get("at");
  const state = states.find((each) => each.name === wanted);
  if (!root) return;
  render(state ? <Frame state={state} /> : <Index />, root);
  document.body.dataset.ready = "true";
});

function Frame(props: { state: BenchState }) {
  const { state } = props;
  return (
    <LocationProvider scope="/nowhere">
      <div class="frame">
        {state.banner}
        {state.draw()}
        {!state.outside && <TabBar />}
        <Toasts />
      </div>
    </LocationProvider>
  );
}

function Index() {
  return (
    <main class="screen">
      <h1>样张</h1>
      <ul>
        {states.map((each) => (
          <li key={each.name}>
            <a class="link" href={`?at=${each.name}`}>{each.name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
