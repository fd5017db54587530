import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { ProblemCode } from "../../shared/problems.ts";
import { IdleDialog, keepAwake, listenForWedge, Toasts, watchIdle } from "../../shared/ui/index.ts";
import { Budget } from "../budget/screen.tsx";
import { Claims } from "../claims/screen.tsx";
import { Enrol } from "../enrol/screen.tsx";
import { OfflineBanner } from "../offline/banner.tsx";
import { ClockBanner } from "../offline/clock-banner.tsx";
import { Offline } from "../offline/screen.tsx";
import { startSender } from "../offline/sender.ts";
import { followTasks } from "../offline/follow-tasks.ts";
import { sayToStaff } from "../problems/say-problem.ts";
import { Returns } from "../returns/screen.tsx";
import { keepBasket } from "../sale/keep-basket.ts";
import { keepGoods } from "../sale/goods.ts";
import { Sale } from "../sale/screen.tsx";
import { updateIfWaiting } from "../shell/update.ts";
import { SignIn } from "../sign-in/screen.tsx";
import { lockTogether, signOut } from "../sign-in/sign-in.ts";
import { online } from "../terminal/ask.ts";
import { clockOff } from "../terminal/clock.ts";
import { staff, terminal } from "../terminal/standing.ts";
import { leaveOldToQueue } from "./commands.ts";
import { useKeys } from "./keys.ts";
import { type Room, room, ROOM_KEYS, ROOMS, scanned } from "./room.ts";
import { TopBar } from "./top-bar.tsx";
import { Unresolved } from "./unresolved.tsx";
import { counterWords } from "./words.ts";
import "./style.css";
import "./tablet.css";

// The catalogue speaks to the member.
sayToStaff((code) => {
  if (terminal.value?.terminal.kind !== "counter") return null;
  const { frozen, noCard, exists, orderTaken } = counterWords.value.refused;
  const said: Partial<Record<ProblemCode, string>> = {
    "member-frozen": frozen,
    "card-frozen": noCard,
    "member-exists": exists,
    "order-exists": orderTaken,
  };
  return said[code] ?? null;
});

/** Without a touch for so long the counter locks; the last 15 s are announced. */
const IDLE_SECONDS = 120;
const COUNTDOWN_MS = 15_000;

/** The counter was locked by itself, not by its user. */
export const lockedByIdle = signal(false);

const ROOM_SCREENS: Record<Room, () => ComponentChildren> = {
  sale: () => <Sale key="sale" />,
  returns: () => <Returns key="returns" />,
  claims: () => <Claims key="claims" />,
  enrol: () => <Enrol key="enrol" />,
  budget: () => <Budget key="budget" />,
  queue: () => <Offline key="queue" />,
};

/** The staff's half: its rooms behind a PIN. */
export function Counter() {
  useEffect(keepAwake, []);
  useEffect(lockTogether, []);
  useEffect(startSender, []);
  useEffect(keepBasket, []);
  useEffect(keepGoods, []);
  return (
    <>
      {staff.value ? <Open /> : <Locked />}
      <Toasts />
    </>
  );
}

function Locked() {
  useEffect(updateIfWaiting, []);
  return <SignIn byIdle={lockedByIdle.value} />;
}

function Open() {
  const idle = useMemo(
    () =>
      watchIdle({
        // The question stands for its countdown; both together are what the brand chose.
        warnAfterMs: (terminal.value?.idleSeconds ?? IDLE_SECONDS) * 1_000 - COUNTDOWN_MS,
        together: "jifu-counter-idle",
        onReset: () => {
          lockedByIdle.value = true;
          void signOut();
        },
      }),
    [],
  );
  useEffect(() => {
    lockedByIdle.value = false;
    void leaveOldToQueue();
    const deaf = listenForWedge(scanned);
    const stopLooking = followTasks();
    return () => {
      idle.stop();
      deaf();
      stopLooking();
    };
  }, []);
  useKeys(
    Object.fromEntries(ROOMS.map((name) => [ROOM_KEYS[name], () => room.value = name])),
  );
  return (
    <div class="counter">
      <TopBar />
      {(!online.value || clockOff.value !== 0) && (
        <div class="counter-offline">
          <ClockBanner />
          {!online.value && <OfflineBanner room={room.value} />}
        </div>
      )}
      <main class="counter-room">
        {ROOM_SCREENS[room.value]()}
      </main>
      <Unresolved />
      <IdleDialog idle={idle} hint={counterWords.value.shell.idleHint} />
    </div>
  );
}
