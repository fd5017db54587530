import { ArrowRight, CloudOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { LangSwitch, QrCode, Seal } from "../../shared/ui/index.ts";
import { nameOf } from "../shell/name-in.ts";
import { tally } from "../offline/state.ts";
import { updateIfWaiting } from "../shell/update.ts";
import { online } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { goTo } from "../visit/visit.ts";
import { words } from "../words.ts";
import { GiftRiver } from "./gift-river.tsx";
import { Sky } from "./sky.tsx";
import "./style.css";

/** How often the resting kiosk looks whether a new version waits, in ms. */
const UPDATE_EVERY_MS = 20_000;

/** What the kiosk shows while nobody uses it. A touch anywhere, or a scan, starts a visit. */
export function Attract() {
  const t = words.value.attract;
  const store = terminal.value?.store;
  useEffect(() => {
    updateIfWaiting();
    const timer = setInterval(updateIfWaiting, UPDATE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const begin = () => online.value && goTo("identify");
  return (
    <main
      class="attract"
      onClick={(event) => {
        const target = event.target as Element;
        if (!target.closest("button, label, .attract-join, .attract-head")) begin();
      }}
    >
      <Sky />
      <header class="attract-head">
        <span class="attract-store">{store ? nameOf(store) : ""}</span>
        <LangSwitch />
      </header>
      <div class="attract-hero">
        <Seal class="attract-seal" />
        <p class="attract-hello">{t.hello}</p>
        <h1>{t.title}</h1>
        {online.value && <p class="attract-lead">{t.lead}</p>}
      </div>
      <GiftRiver />
      {online.value ? <Start onStart={begin} /> : <NotYet />}
      <Join />
    </main>
  );
}

function Start(props: { onStart: () => void }) {
  const t = words.value.attract;
  return (
    <div class="attract-start">
      <button type="button" class="attract-button" onClick={props.onStart}>
        {t.start}
        <ArrowRight aria-hidden="true" />
      </button>
      <p>{t.startHint}</p>
    </div>
  );
}

function NotYet() {
  const t = words.value.attract;
  return (
    <div class="attract-start attract-closed" role="status">
      <CloudOff aria-hidden="true" />
      <p class="attract-closed-title">{t.notYet}</p>
      <p>{t.notYetHint}</p>
      <button type="button" class="attract-button" onClick={() => goTo("join")}>{t.leave}</button>
      {tally.value.waiting > 0 && <p>{t.kept(tally.value.waiting)}</p>}
    </div>
  );
}

function Join() {
  const t = words.value.attract;
  return (
    <aside class="attract-join">
      <QrCode text={`${location.origin}/card/`} label={t.joinQr} />
      <div>
        <p class="attract-join-title">{t.join}</p>
        <p>{t.joinHint}</p>
      </div>
    </aside>
  );
}
