import { useEffect, useState } from "preact/hooks";
import { timeLeft } from "./time-left.ts";
import "./countdown.css";

export interface CountdownProps {
  /** Instant (ms) that is counted down to. */
  until: number;
  /** The server's time; asked anew at each tick, so nothing adds up and nothing drifts. */
  now: () => number;
  /** Whole days and the rest as a clock, in words. */
  text: (days: number, clock: string) => string;
  /** The instant has come; called once. */
  onEnd?: () => void;
}

const SECOND = 1000;

/** A countdown that is read from the server's clock each second, on the second. */
export function Countdown({ until, now, text, onEnd }: CountdownProps) {
  const [, setTick] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const tick = () => {
      setTick((n) => n + 1);
      const left = until - now();
      if (left > 0) {
        timer = setTimeout(tick, left % SECOND || SECOND);
      } else if (!over) {
        over = true;
        onEnd?.();
      }
    };
    tick();
    // A page that slept looks at the clock as soon as it is seen again.
    const wake = () => {
      clearTimeout(timer);
      if (!over) tick();
    };
    addEventListener("visibilitychange", wake);
    return () => {
      clearTimeout(timer);
      removeEventListener("visibilitychange", wake);
    };
  }, [until]);
  const { days, clock } = timeLeft(until, now());
  return <span class="countdown" role="timer">{text(days, clock)}</span>;
}
