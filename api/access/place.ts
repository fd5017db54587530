/** The place the caller works in. @module */
import { Problem } from "../../shared/problems.ts";
import type { Actor, Desk } from "../desk.ts";

export type Place = { storeId: string; brandId: string; terminalId?: string; apiKeyId?: string };

/** The one store the caller works in: a terminal's, or a till's by its key.
 *  @throws Problem what was wrong with the terminal, or not-allowed without a store */
export const placeOf = (desk: Desk): Place => {
  const { storeId, brandId, terminalId, apiKeyId, refusal } = desk.actor;
  if (storeId && brandId) {
    return {
      storeId,
      brandId,
      ...(terminalId ? { terminalId } : {}),
      ...(apiKeyId ? { apiKeyId } : {}),
    };
  }
  throw new Problem(refusal ?? "not-allowed");
};

export type AtTerminal = Actor & { terminalId: string; storeId: string; brandId: string };

/** The paired terminal that asks, for doors open to anyone (staff signing in).
 *  @throws Problem terminal-unknown, proof-invalid */
export const terminalOf = (desk: Desk): AtTerminal => {
  const { actor } = desk;
  if (actor.terminalId && actor.storeId && actor.brandId) return actor as AtTerminal;
  throw new Problem(actor.refusal ?? "terminal-unknown");
};
