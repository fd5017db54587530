import { type ReadonlySignal, signal } from "@preact/signals";
import type { PointsSummary } from "../../shared/members/member.ts";
import { watchMe } from "../../shared/members/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { me, points, putPoints, standing } from "../members/session.ts";
import { words } from "../words.ts";
import { ownWork } from "./own-work.ts";

/** How often to ask when events do not come through, in ms. */
const POLL_MS = 15_000;
/** How long to wait before events are tried again after they broke off for good, in ms. */
const RETRY_MS = 30_000;

const moves = signal(0);
const streaming = signal(false);

/** Counts the moves of the points account; rooms reload what depends on it. */
export const lastMove: ReadonlySignal<number> = moves;
/** True while events come in as they happen. */
export const isLive: ReadonlySignal<boolean> = streaming;

/**
 * Follows the account while the page is visible: by server-sent events, and by asking again and
 * again where those do not come through. Call once.
 */
export function followAccount(): void {
  let stream: EventSource | null = null;
  let timer = 0;

  const stop = () => {
    clearTimeout(timer);
    stream?.close();
    stream = null;
    streaming.value = false;
  };
  const poll = () => {
    timer = setTimeout(async () => {
      const before = points.value;
      await me.load();
      if (before && points.value) tell(before, points.value);
      if (!streaming.value) poll();
    }, POLL_MS);
  };
  const start = () => {
    stop();
    if (document.hidden || standing.value !== "in") return;
    stream = new EventSource(watchMe.path);
    stream.onopen = () => {
      clearTimeout(timer);
      streaming.value = true;
    };
    stream.onerror = () => {
      streaming.value = false;
      clearTimeout(timer);
      poll();
      // The browser comes back by itself unless the server refused.
      if (stream?.readyState === EventSource.CLOSED) setTimeout(start, RETRY_MS);
    };
    stream.addEventListener("points", (event) => {
      const newest = JSON.parse(event.data) as PointsSummary;
      const before = points.value;
      putPoints(newest);
      if (before) tell(before, newest);
    });
    stream.addEventListener("claims", () => moves.value++);
  };

  document.addEventListener("visibilitychange", () => {
    start();
    if (!document.hidden && standing.value === "in") void me.load();
  });
  addEventListener("online", start);
  standing.subscribe(start);
}

function tell(before: PointsSummary, now: PointsSummary): void {
  const total = (each: PointsSummary) => each.spendable + each.pending - each.debt;
  const change = total(now) - total(before);
  if (change === 0) return;
  moves.value++;
  if (ownWork.running > 0) return;
  toast(words.value.card.gained(change), change > 0 ? "good" : "info");
}
