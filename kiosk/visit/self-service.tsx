import { effect } from "@preact/signals";
import { ErrorBoundary, lazy } from "preact-iso";
import { useEffect, useMemo } from "preact/hooks";
import {
  IdleDialog,
  keepAwake,
  listenForWedge,
  Toasts,
  watchIdle,
  withWording,
} from "../../shared/ui/index.ts";
import { Home } from "../account/home.tsx";
import { Attract } from "../attract/screen.tsx";
import { Gifts } from "../gifts/screen.tsx";
import { Identify } from "../identify/screen.tsx";
import { online } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { Verify } from "../verify/screen.tsx";
import { identify, leave, place } from "./visit.ts";
import "./style.css";

// What nobody sees before a card was shown comes after the first screen, and is there by then.
const History = lazy(() => withWording(import("../account/history.tsx").then((r) => r.History)));
const Lots = lazy(() => withWording(import("../account/lots.tsx").then((r) => r.Lots)));
const Gift = lazy(() => withWording(import("../gifts/gift.tsx").then((r) => r.Gift)));
const Ticket = lazy(() => withWording(import("../gifts/ticket.tsx").then((r) => r.Ticket)));
const Tiers = lazy(() => withWording(import("../tiers/screen.tsx").then((r) => r.Tiers)));
const Programme = lazy(() =>
  withWording(import("../programme/screen.tsx").then((r) => r.Programme))
);
// Whatever an earlier page has left in the queue is sent.
const offline = () => withWording(import("../offline/kiosk-room.ts"));
const Join = lazy(() => offline().then((room) => (room.startSender(), room.Join)));
const Away = lazy(() => offline().then((room) => room.Away));
const CutNote = lazy(() => offline().then((room) => room.CutNote));
const later = [History, Lots, Gift, Ticket, Tiers, Programme, Join, Away, CutNote];

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
  programme: Programme,
  ticket: Ticket,
  join: Join,
};

/** The kiosk: one place at a time, watched for visitors who walk away. */
export function SelfService() {
  useEffect(keepAwake, []);
  useEffect(listenAnywhere, []);
  useEffect(() => {
    later.forEach((room) => void room.preload());
  }, []);
  const cut = !online.value;
  const Place = cut && place.value === "identify" ? Away : PLACES[place.value];
  return (
    <>
      {place.value !== "attract" && <Guarded />}
      <ErrorBoundary>
        {cut && <CutNote />}
        <Place />
      </ErrorBoundary>
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
