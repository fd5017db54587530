/** Every screen in every state, by the name after "#" in the address; without a name, the list of
 *  them. Looks at screens without a server. @module */
import { render } from "preact";
import { LocationProvider } from "preact-iso";
import { setLang, Toasts, wordingReady } from "../shared/ui/index.ts";
import "../shared/ui/style/index.css";
import { now, someone } from "./bench/data/places.ts";
import { benchTransport } from "./bench/doors.ts";
import { states } from "./bench/states.ts";
import { usualDoors } from "./bench/usual-doors.ts";
import { LeaveGuard } from "./form/leave-guard.tsx";
import { Shell } from "./frame/shell.tsx";
import { me } from "./session.ts";
import { speakThrough } from "./wire.ts";
import type { BenchState } from "./bench/state.ts";

Date.now = () => now;
const root = document.getElementById("app") as HTMLElement;

const show = async (state: BenchState): Promise<void> => {
  const doors = [...(state.doors ?? []), ...usualDoors];
  speakThrough(benchTransport(doors, () => state.mood ?? "well"));
  me.value = state.bare ? null : someone(state.role ?? "hq-admin");
  render(
    <LocationProvider>
      {state.bare ? state.draw() : (
        <Shell path={state.path ?? "/console"}>
          {state.draw()}
          <LeaveGuard />
        </Shell>
      )}
      <Toasts />
    </LocationProvider>,
    root,
  );
  await new Promise((resolve) => setTimeout(resolve, 80));
  await state.act?.();
  await new Promise((resolve) => setTimeout(resolve, 80));
  root.dataset.ready = state.name;
};

const index = (): void => {
  render(
    <main class="stack main">
      <h1>管理台样张</h1>
      <ul>
        {states.map((state) => (
          <li key={state.name}>
            <a href={`#${state.name}`}>{state.name}</a>
          </li>
        ))}
      </ul>
    </main>,
    root,
  );
  root.dataset.ready = "";
};

await wordingReady();
const asked = new URLSearchParams(location.search).get("lang");
if (asked) await setLang(asked === "en" ? "en" : "zh-CN");
addEventListener("hashchange", () => location.reload());
const wanted = states.find((state) => `#${state.name}` === decodeURIComponent(location.hash));
if (wanted) await show(wanted);
else index();
