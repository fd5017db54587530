/** The adapters: SMS and e-mail leave through an HTTP door of a provider (or of a small bridge to
 *  one): POST, bearer token, JSON as typed below; any 2xx means taken. docs/decisions/013. @module */
import { type Outcome, outcomeOf } from "./retry.ts";

/** Body for SMS. `reference` is our message id: a repeat carries the same one, so that the provider
 *  can send it once. */
export type SmsLetter = { to: string; text: string; reference: string };
export type EmailLetter = { to: string; subject: string; text: string; reference: string };
export type Provider = { url: string; token: string };

export const providerTimeoutMs = 10_000;

/** Hands one letter to a provider. Never throws: whatever happens is an outcome. */
export const handOver = async (
  provider: Provider,
  letter: SmsLetter | EmailLetter,
  now: number,
): Promise<Outcome> => {
  try {
    const answer = await fetch(provider.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": letter.reference,
        ...(provider.token ? { authorization: `Bearer ${provider.token}` } : {}),
      },
      body: JSON.stringify(letter),
      redirect: "manual",
      signal: AbortSignal.timeout(providerTimeoutMs),
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status, answer.headers.get("retry-after"), now);
  } catch (error) {
    return { state: "retry", note: error instanceof Error ? error.name : "unreachable" };
  }
};
