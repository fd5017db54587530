import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { showMe, signOutMember } from "../../shared/members/endpoints.ts";
import type { MemberProfile, PointsSummary } from "../../shared/members/member.ts";
import { toast } from "../../shared/ui/index.ts";
import { ask, signedIn, whenSignedOut } from "../shell/api.ts";
import { BASE } from "../shell/base.ts";
import { learnTime, recallClock } from "../shell/clock.ts";
import { forgetAll, type Kept, recall } from "../shell/kept.ts";
import { openResource, type Resource } from "../shell/resource.ts";
import { words } from "../words.ts";

/** Where this phone stands: not known yet, nobody, or a member. */
export type Standing = "starting" | "out" | "in";

const standingNow = signal<Standing>("starting");
export const standing: ReadonlySignal<Standing> = standingNow;

/** The member and the points, kept on the phone. */
export const me: Resource<Kept["me"]> = openResource<Kept["me"]>(async () => {
  const askedAt = Date.now();
  const { member, points, serverTime } = await ask(showMe, {});
  learnTime(serverTime, askedAt, Date.now());
  return { member, points };
}, "me");

export const member: ReadonlySignal<MemberProfile | null> = computed(
  () => me.state.value.data?.member ?? null,
);
export const points: ReadonlySignal<PointsSummary | null> = computed(
  () => me.state.value.data?.points ?? null,
);

const leavers: (() => void)[] = [];

/** Registers what a room must forget when the member leaves this phone. */
export function whenLeaving(act: () => void): void {
  leavers.push(act);
}

/** Starts with what the phone remembers; asks the server for what is new. A phone that remembers
 *  nothing may be a member's all the same: browsers clear their shelves and keep the cookies. */
export async function startSession(): Promise<void> {
  whenSignedOut(() => void leave(true));
  await recallClock();
  if (await recall("me")) {
    standingNow.value = "in";
    void me.load();
    return;
  }
  if (mayBeSignedIn()) await me.load();
  if (member.value) standingNow.value = "in";
  else {
    me.reset();
    standingNow.value = "out";
  }
}

/** The session itself is out of sight; this cookie comes and goes with it. */
export const mayBeSignedIn = (): boolean =>
  /(?:^|; )jifu-member-here=1(?:;|$)/.test(document.cookie);

/** A sign-in or enrolment has just succeeded. */
export async function enter(): Promise<void> {
  signedIn();
  await me.load();
  standingNow.value = "in";
}

/** The server's newest word on the points. */
export function putPoints(newest: PointsSummary): void {
  const data = me.state.value.data;
  if (data) me.put({ ...data, points: newest });
}

/** The profile as just changed. */
export function putMember(changed: MemberProfile): void {
  const data = me.state.value.data;
  if (data) me.put({ ...data, member: changed });
}

/** Signs out here and forgets everything; the server is told when it can be reached. */
export async function signOut(): Promise<void> {
  await ask(signOutMember, {});
  await leave(false);
  // A fresh start: nothing of the member stays in memory either.
  location.replace(BASE);
}

async function leave(unasked: boolean): Promise<void> {
  if (standingNow.value !== "in") return;
  standingNow.value = "out";
  me.reset();
  leavers.forEach((act) => act());
  await forgetAll();
  if (unasked) toast(words.value.signedOut, "info");
}
