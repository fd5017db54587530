/** Every screen in every state, chosen by the hash: for looking at, for screenshots and for axe.
 *  Nothing here is part of the shell. @module */
import "../shared/ui/style/index.css";
import { render } from "preact";
import { lang, setLang, Toasts, withWording, wordingReady } from "../shared/ui/index.ts";
import type { Scene } from "./bench/scene.ts";
import "./bench/style.css";
import { setDensity } from "./shell/density.ts";
import "./words.ts";

const root = document.getElementById("app")!;

const { deviceScenes } = await withWording(import("./bench/device-scenes.tsx"));
const { kioskScenes } = await withWording(import("./bench/kiosk-scenes.tsx"));
const { budgetScenes } = await withWording(import("./bench/budget-scenes.tsx"));
const { programmeScenes } = await withWording(import("./bench/programme-scenes.tsx"));
const { tierScenes } = await withWording(import("./bench/tier-scenes.tsx"));
const { giftScenes } = await withWording(import("./bench/gift-scenes.tsx"));
const { counterScenes } = await withWording(import("./bench/counter-scenes.tsx"));
const { payScenes } = await withWording(import("./bench/pay-scenes.tsx"));
const { offsetScenes } = await withWording(import("./bench/offset-scenes.tsx"));
const { deskScenes } = await withWording(import("./bench/desk-scenes.tsx"));
const { offlineScenes } = await withWording(import("./bench/offline-scenes.tsx"));
const { queueScenes } = await withWording(import("./bench/queue-scenes.tsx"));
const scenes: Scene[] = [
  ...deviceScenes,
  ...kioskScenes,
  ...tierScenes,
  ...programmeScenes,
  ...budgetScenes,
  ...giftScenes,
  ...counterScenes,
  ...payScenes,
  ...offsetScenes,
  ...deskScenes,
  ...offlineScenes,
  ...queueScenes,
];

function Index() {
  return (
    <main class="bench-index">
      <h1>积福门店终端：所有画面</h1>
      <button type="button" onClick={() => setLang(lang.value === "en" ? "zh-CN" : "en")}>
        {lang.value}
      </button>
      <ul>
        {scenes.map((scene) => (
          <li key={scene.id}>
            <a href={`#${scene.id}`}>{scene.id}</a> {scene.title}
          </li>
        ))}
      </ul>
    </main>
  );
}

function show() {
  const scene = scenes.find((each) => each.id === location.hash.slice(1));
  Object.assign(globalThis, { benchScenes: scenes.map((each) => each.id) });
  setDensity(scene?.device ?? "console");
  render(
    scene
      ? (
        <>
          {scene.show()}
          <Toasts />
        </>
      )
      : <Index />,
    root,
  );
}

await wordingReady();
addEventListener("hashchange", () => location.reload());
show();
