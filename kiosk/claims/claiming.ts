/** The gift claim that is being handed over. @module */
import { batch, signal } from "@preact/signals";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  cancelClaim,
  type ClaimView,
  findClaim,
  handOverClaim,
} from "../../shared/gifts/endpoints.ts";
import type { Tender } from "../../shared/gifts/claim-view.ts";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { command, unresolved, unresolvedOpen } from "../counter/commands.ts";
import { ask } from "../terminal/ask.ts";

type Found = AnswerOf<typeof findClaim>;

export const found = signal<Found | null>(null);
export const looking = signal(false);
export const trouble = signal<unknown>(null);
/** What was scanned is no claim code. */
export const wrongCode = signal<"malformed" | "member" | null>(null);
/** A command is under way. */
export const working = signal(false);

/** Counts what was looked for: an answer to an earlier ticket must not take the place of the one that
 *  lies on the counter, as the next key hands over what is on the screen. */
let asked = 0;

/** Looks a claim up by what was scanned or typed. */
export async function look(text: string): Promise<void> {
  const mine = ++asked;
  const code = parseCardCode(text);
  batch(() => {
    found.value = null;
    trouble.value = null;
    looking.value = code.kind === "claim";
    wrongCode.value = code.kind === "claim"
      ? null
      : code.kind === "malformed"
      ? "malformed"
      : "member";
  });
  if (code.kind !== "claim") return;
  try {
    const answer = await ask(findClaim, { body: { code: code.code } });
    if (mine === asked) found.value = answer;
  } catch (error) {
    if (mine === asked) trouble.value = error;
  }
  if (mine === asked) looking.value = false;
}

/** Shows a claim that has just been made. */
export function show(made: Found): void {
  asked++;
  batch(() => {
    found.value = made;
    looking.value = false;
  });
}

/** Hands the gift over; what it costs besides points has been taken with this tender. */
export const handOver = (claim: ClaimView, tender: Tender = "cash") =>
  change(claim, () => {
    const { moneyFen } = claim;
    const input = {
      params: { claim: claim.claimId },
      body: moneyFen > 0 ? { paid: { moneyFen, tender } } : {},
    };
    return command(handOverClaim, input, groupDigits(claim.code));
  });
export const cancel = (claim: ClaimView) =>
  change(
    claim,
    () => command(cancelClaim, { params: { claim: claim.claimId } }, groupDigits(claim.code)),
  );

async function change(claim: ClaimView, send: () => Promise<{ claim: ClaimView }>): Promise<void> {
  working.value = true;
  trouble.value = null;
  // Another ticket may have been scanned meanwhile.
  const stands = () => found.value?.claim.claimId === claim.claimId;
  try {
    const answer = await send();
    if (found.value && stands()) found.value = { ...found.value, claim: answer.claim };
  } catch (error) {
    if (error instanceof OutcomeUnknown) unresolvedOpen.value = unresolved.value.length > 0;
    else await lookAgain(claim);
    if (stands()) trouble.value = error instanceof OutcomeUnknown ? error.cause : error;
  }
  working.value = false;
}

/** After a refusal: somebody else was quicker, so what stands on screen is not true any more. */
async function lookAgain(claim: ClaimView): Promise<void> {
  try {
    const now = await ask(findClaim, { body: { code: claim.code } });
    if (found.value?.claim.claimId === claim.claimId) found.value = now;
  } catch {
    // The refusal itself says enough.
  }
}

export function startOver(): void {
  asked++;
  batch(() => {
    found.value = null;
    looking.value = false;
    trouble.value = null;
    wrongCode.value = null;
  });
}
