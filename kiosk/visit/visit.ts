/** One member's visit at the kiosk. Lives in memory only; `leave` forgets all of it. @module */
import { batch, computed, signal } from "@preact/signals";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { endScan, openScan, type ScanView, showScanAccount } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { type ClaimView, type GiftView, listGifts } from "../../shared/gifts/endpoints.ts";
import type { ShelfView } from "../../shared/gifts/gift.ts";
import { Problem } from "../../shared/problems.ts";
import { clearToasts, setLang } from "../../shared/ui/index.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";

export type Place =
  | "attract"
  | "identify"
  | "verify"
  | "home"
  | "gifts"
  | "gift"
  | "lots"
  | "history"
  | "tiers"
  | "programme"
  | "ticket"
  | "join";

export type Account = AnswerOf<typeof showScanAccount>;

/** A code that was read but is no member's: said on the identify screen. */
export type Misread = "not-ours" | "claim-code";

export const place = signal<Place>("attract");
export const scan = signal<ScanView | null>(null);
export const account = signal<Loaded<Account>>(LOADING);
export const gifts = signal<Loaded<GiftView[]>>(LOADING);
/** The shelves that the gifts stand on. */
export const shelves = signal<ShelfView[]>([]);
/** The gift that is looked at. */
export const giftId = signal<string | null>(null);
export const claim = signal<ClaimView | null>(null);
/** The tier to be bought once the member has proved who they are. */
export const wantedTier = signal<string | null>(null);
/** A code is being looked up. */
export const reading = signal(false);
/** Why the last code was not taken. */
export const refused = signal<unknown>(null);
export const misread = signal<Misread | null>(null);

export const points = computed(() =>
  account.value.state === "ready" ? account.value.value.points : scan.value?.points ?? null
);
export const gift = computed(() =>
  gifts.value.state === "ready"
    ? gifts.value.value.find((each) => each.id === giftId.value) ?? null
    : null
);

/** Answers that arrive after a newer question, or after the visitor has left, are dropped. */
let visits = 0;
let accountAsked = 0;
let giftsAsked = 0;

/** Where to go on after a scan that had to be repeated. */
let resume: { memberId: string; place: Place } | null = null;

export function goTo(next: Place): void {
  batch(() => {
    refused.value = null;
    misread.value = null;
    place.value = next;
  });
  scrollTo(0, 0);
}

/** Takes a code from the camera, a scanner or the keypad. */
export async function identify(text: string): Promise<void> {
  if (reading.value) return;
  const code = parseCardCode(text);
  refused.value = null;
  misread.value = code.kind === "malformed"
    ? "not-ours"
    : code.kind === "claim"
    ? "claim-code"
    : null;
  if (misread.value) {
    if (place.value === "attract") place.value = "identify";
    return;
  }
  reading.value = true;
  if (place.value === "attract") place.value = "identify";
  const mine = visits;
  try {
    const found = await ask(openScan, { body: { code: text } });
    // Nobody's account is opened before whoever comes next.
    if (mine !== visits) {
      return void ask(endScan, { params: { scan: found.scanId } }).catch(() => {});
    }
    enter(found);
  } catch (error) {
    if (mine !== visits) return;
    refused.value = error;
  }
  reading.value = false;
}

function enter(found: ScanView): void {
  const back = resume?.memberId === found.member.id ? resume.place : null;
  resume = null;
  scan.value = found;
  account.value = LOADING;
  gifts.value = LOADING;
  // A phone number is no secret: nothing is shown to who only knows that.
  if (found.via === "phone" && found.rights === "earn") return goTo("verify");
  goTo(back ?? "home");
  void load();
}

/** The member has proved who they are; nothing if they have left meanwhile. */
export function proved(found: ScanView): void {
  if (scan.value?.scanId !== found.scanId) return;
  scan.value = found;
  if (account.value.state !== "ready") void load();
  goTo(wantedTier.value ? "tiers" : giftId.value ? "gift" : "home");
}

/** Fetches account and gifts of the scanned member. */
export async function load(): Promise<void> {
  await Promise.all([loadAccount(), loadGifts()]);
}

export async function loadAccount(): Promise<void> {
  const open = scan.value;
  if (!open) return;
  const mine = ++accountAsked;
  account.value = LOADING;
  try {
    const answer = await ask(showScanAccount, { params: { scan: open.scanId } });
    if (mine === accountAsked) account.value = ready(answer);
  } catch (error) {
    if (mine === accountAsked && !scanAgain(error)) account.value = failed(error);
  }
}

export async function loadGifts(): Promise<void> {
  const open = scan.value;
  if (!open) return;
  const mine = ++giftsAsked;
  gifts.value = LOADING;
  try {
    const answer = await ask(listGifts, { query: { scanId: open.scanId } });
    if (mine === giftsAsked) {
      batch(() => {
        gifts.value = ready(answer.gifts);
        shelves.value = answer.shelves;
      });
    }
  } catch (error) {
    if (mine === giftsAsked && !scanAgain(error)) gifts.value = failed(error);
  }
}

/** A scan lasts three minutes. When it is over the code is shown once more and the visit goes on
 *  where it was; true if that was the trouble. */
export function scanAgain(error: unknown): boolean {
  if (!(error instanceof Problem) || error.code !== "scan-expired") return false;
  // Whoever asked has left: there is nobody to show the code again.
  if (!scan.value) return true;
  resume = { memberId: scan.value.member.id, place: place.value };
  scan.value = null;
  goTo("identify");
  refused.value = error;
  return true;
}

/** The fresh page that a visit ends with is still to come. */
let stale = false;

/** Forgets the member, tells the server so, and starts over with a fresh page: at once, or after
 *  the next visitor if they were quicker than the server. */
export async function leave(reload: () => void = freshPage): Promise<void> {
  const open = scan.value;
  forget();
  await Promise.race([
    Promise.allSettled([
      setLang("zh-CN"),
      open ? ask(endScan, { params: { scan: open.scanId } }) : null,
    ]),
    new Promise((done) => setTimeout(done, 600)),
  ]);
  stale ||= open !== null;
  if (stale && place.value === "attract") reload();
}

/** Empties everything that belongs to a visit. */
export function forget(): void {
  resume = null;
  visits++;
  accountAsked++;
  giftsAsked++;
  batch(() => {
    place.value = "attract";
    scan.value = null;
    account.value = LOADING;
    gifts.value = LOADING;
    shelves.value = [];
    giftId.value = null;
    claim.value = null;
    wantedTier.value = null;
    reading.value = false;
    refused.value = null;
    misread.value = null;
  });
  clearToasts();
}

/** A new page in place of this one: no history entry and no memory of the last visitor. */
function freshPage(): void {
  sessionStorage.clear();
  location.replace(import.meta.env.BASE_URL);
}
