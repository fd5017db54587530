import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import {
  Banner,
  IdleDialog,
  keepAwake,
  listenForWedge,
  Toasts,
  watchIdle,
} from "../../shared/ui/index.ts";
import { Home } from "../account/home.tsx";
import { History } from "../account/history.tsx";
import { Lots } from "../account/lots.tsx";
import { Attract } from "../attract/screen.tsx";
import { Gift } from "../gifts/gift.tsx";
import { Gifts } from "../gifts/screen.tsx";
import { Ticket } from "../gifts/ticket.tsx";
import { Identify } from "../identify/screen.tsx";
import { Tiers } from "../tiers/screen.tsx";
import { online } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { Verify } from "../verify/screen.tsx";
import { words } from "../words.ts";
import { identify, leave, place } from "./visit.ts";
import "./style.css";

const PLACES = {
  attract: Attract,
  identify: Identify,
  verify: Verify,
  home: Home,
  gifts: Gifts,
  gift: Gift,
  lots: Lots,
  history: History,
  tiers: Tiers,
  ticket: Ticket,
};

/** The kiosk: one place at a time, watched for visitors who walk away. */
export function SelfService() {
  useEffect(keepAwake, []);
  useEffect(listenAnywhere, []);
  const Place = PLACES[place.value];
  return (
    <>
      {place.value !== "attract" && <Guarded />}
      {!online.value && place.value !== "attract" && (
        <div class="visit-offline">
          <Banner tone="offline" title={words.value.offline.title}>
            {words.value.offline.kiosk}
          </Banner>
        </div>
      )}
      <Place />
      <Toasts />
    </>
  );
}

/** Until the server has said how long this brand waits. */
const IDLE_SECONDS = 45;

/** The question whether anybody is still there; only while somebody was. */
function Guarded() {
  const idle = useMemo(() => {
    // What a terminal kept from an earlier version does not say it.
    const seconds = terminal.value?.idleSeconds ?? IDLE_SECONDS;
    return watchIdle({ warnAfterMs: seconds * 1_000, onReset: () => void leave() });
  }, []);
  useEffect(() => idle.stop, []);
  return <IdleDialog idle={idle} />;
}

/** A scanner may be used on the first screen and wherever a code is asked for. */
function listenAnywhere() {
  let stop: (() => void) | null = null;
  const follow = effect(() => {
    const wanted = place.value === "attract" || place.value === "identify";
    if (wanted && !stop) {
      stop = listenForWedge((text) => {
        dispatchEvent(new Event("jifu-scan"));
        void identify(text);
      });
    } else if (!wanted && stop) {
      stop();
      stop = null;
    }
  });
  return () => {
    follow();
    stop?.();
  };
}
