import { type ReadonlySignal, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  askMemberCode,
  enrolMember,
  listBrands,
  signInMember,
} from "../../shared/members/endpoints.ts";
import type { Birthday } from "../../shared/calendar/birthday.ts";
import { showReferral } from "../../shared/grants/endpoints.ts";
import { lang } from "../../shared/ui/index.ts";
import { browserMark } from "../earn/browser-mark.ts";
import { ask } from "../shell/api.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { once } from "../shell/command.ts";
import { openResource } from "../shell/resource.ts";
import { deviceLabel } from "./device-label.ts";
import { enter } from "./session.ts";

export type JoinBrand = AnswerOf<typeof listBrands>["brands"][number];
type SignIn = AnswerOf<typeof signInMember>;
export type JoinDevice = Extract<SignIn, { state: "devices-full" }>["devices"][number];

export type { Birthday };

/** Where the visitor stands on the way in. */
export type JoinStep =
  | { at: "phone" }
  | { at: "code"; requestId: string; resendAt: number }
  | { at: "devices-full"; requestId: string; code: string; devices: JoinDevice[] }
  | { at: "profile"; enrolToken: string }
  | { at: "done"; name: string; points: number };

export interface Join {
  step: JoinStep;
  brandId: string | null;
  /** Whose invitation brought the visitor, as the link says it. */
  invite: string;
  phone: string;
  busy: boolean;
  trouble: Trouble | null;
}

const START: Join = {
  step: { at: "phone" },
  brandId: null,
  invite: "",
  phone: "",
  busy: false,
  trouble: null,
};
const now = signal<Join>(START);

/** The way in, as far as it has been gone. Lost on reload on purpose: codes are short-lived. */
export const join: ReadonlySignal<Join> = now;

/** Brands to choose from, and whether this is a demonstration. */
export const joinBrands = openResource(() => ask(listBrands, {}));

const set = (part: Partial<Join>) => now.value = { ...now.value, ...part };

/** Runs one step; troubles are shown where the step was taken. */
async function take(act: () => Promise<JoinStep>): Promise<void> {
  set({ busy: true, trouble: null });
  try {
    set({ step: await act() });
  } catch (error) {
    set({ trouble: troubleOf(error) });
  } finally {
    set({ busy: false });
  }
}

/** Chooses the brand; `brandId` may come from the address of a poster's QR code. */
export function chooseBrand(brandId: string): void {
  set({ brandId });
}

/** Who invited, and to what; asked for when a link brought a code. */
export const invitation = openResource(() =>
  ask(showReferral, { params: { code: now.value.invite } })
);

/** Takes the code from an invitation's link. An invitation that is not known is forgotten: the code
 *  can still be typed. */
export async function takeInvitation(code: string): Promise<void> {
  set({ invite: code });
  await invitation.load();
  const known = invitation.state.value.data;
  if (known) set({ brandId: known.brandId });
  else if (invitation.state.value.trouble?.code) set({ invite: "" });
}

/** Types the phone number. */
export function typePhone(phone: string): void {
  set({ phone, trouble: null });
}

/** True when the digits are a mainland mobile number. */
export function phoneFits(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone);
}

/** Asks for a one-time code, also again. */
export async function sendCode(brandId: string): Promise<void> {
  const { phone } = now.value;
  await take(async () => {
    const answer = await ask(askMemberCode, { body: { brandId, phone, language: lang.value } });
    const resendAt = Date.now() + answer.resendAfterSeconds * 1000;
    return { at: "code", requestId: answer.requestId, resendAt };
  });
}

/** Hands the code in; on a fourth phone with the device that must go. */
export async function handIn(
  requestId: string,
  code: string,
  replaceDevice?: string,
): Promise<void> {
  await take(async () => {
    const body = { requestId, code, deviceLabel: deviceLabel(), replaceDevice };
    // A code serves once: after a lost answer the same is asked again, not a new one.
    const answer = await once(
      `sign-in:${requestId}:${code}:${replaceDevice ?? ""}`,
      (repeat) => ask(signInMember, { body: { ...body, repeat } }),
    );
    if (answer.state === "new") return { at: "profile", enrolToken: answer.enrolToken };
    if (answer.state === "devices-full") {
      return { at: "devices-full", requestId, code, devices: answer.devices };
    }
    await enter();
    return START.step;
  });
}

/** Makes the membership. */
export async function enrol(
  enrolToken: string,
  name: string,
  birthday: Birthday | null,
  invite: string,
): Promise<void> {
  await take(async () => {
    const body = {
      enrolToken,
      name,
      birthday,
      language: lang.value,
      terms: true as const,
      deviceLabel: deviceLabel(),
      ...(invite ? { referral: { code: invite, mark: browserMark() } } : {}),
    };
    const answer = await once(
      `enrol:${enrolToken}:${invite}`,
      (key) => ask(enrolMember, { body, key }),
    );
    return { at: "done", name: answer.member.name, points: answer.signUpPoints };
  });
}

/** Goes into the app after the welcome. */
export async function goIn(): Promise<void> {
  await enter();
  now.value = START;
}

/** Back to the phone number. */
export function startOver(): void {
  now.value = { ...START, brandId: now.value.brandId, phone: now.value.phone };
}
