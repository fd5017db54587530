import { CalendarClock, Gift as GiftIcon, House, LogOut, ScrollText } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, ConfirmDialog, Seal } from "../../shared/ui/index.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { words } from "../words.ts";
import { goTo, leave, type Place, place, scan } from "./visit.ts";

/** What stands around every place of a visit: whose store, the way out, the four tabs. */
export function Frame(props: { children: ComponentChildren; tabs?: boolean; class?: string }) {
  const store = terminal.value?.store;
  return (
    <div class={`frame ${props.class ?? ""}`}>
      <header class="frame-head">
        <span class="frame-store">
          <Seal />
          <span>{store ? nameOf(store) : ""}</span>
        </span>
        <Finish />
      </header>
      <main class="frame-main">{props.children}</main>
      {props.tabs && <TabBar />}
    </div>
  );
}

function Finish() {
  const t = words.value.home;
  const [asking, setAsking] = useState(false);
  const known = scan.value !== null;
  return (
    <>
      <Button
        size="m"
        icon={<LogOut />}
        class="frame-finish"
        onClick={() => known ? setAsking(true) : leave()}
      >
        {t.finish}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t.finishAsk}
        confirm={t.finishYes}
        cancel={t.finishNo}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void leave();
        }}
      >
        <p class="soft">{t.finishAskHint}</p>
      </ConfirmDialog>
    </>
  );
}

const TABS = [
  ["home", House],
  ["gifts", GiftIcon],
  ["lots", CalendarClock],
  ["history", ScrollText],
] as const;

function TabBar() {
  const t = words.value.home;
  const current: Place = place.value === "gift" ? "gifts" : place.value;
  return (
    <nav class="frame-tabs" aria-label={t.places}>
      {TABS.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          class="frame-tab"
          aria-current={name === current ? "page" : undefined}
          onClick={() => goTo(name)}
        >
          <Icon aria-hidden="true" />
          {t.tabs[name]}
        </button>
      ))}
    </nav>
  );
}
