import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { Context } from "hono";
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { newToken } from "../access/tokens.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { enter } from "./enter.ts";
import { consoleMe } from "./me.ts";
import {
  challengeById,
  type ChallengeRow,
  forgetChallenges,
  insertChallenge,
  passkeyById,
  type PasskeyRow,
  touchPasskey,
  useChallenge,
} from "./queries.ts";
import { relyingParty } from "./relying-party.ts";

export const challengeMs = 5 * 60_000;

/** Keeps what a passkey shall sign. @returns id of the challenge */
export const keepChallenge = async (
  desk: Desk,
  purpose: ChallengeRow["purpose"],
  staffId: string | null,
  challenge: string,
): Promise<string> => {
  const id = newToken(desk);
  await desk.db.write([
    forgetChallenges.row({ expired_before: desk.now }),
    insertChallenge.row({
      id,
      purpose,
      staff_id: staffId,
      challenge,
      expires_at: desk.now + challengeMs,
    }),
  ]);
  return id;
};

/** Options for signing in with whichever passkey the browser has for this site: no login is asked
 *  for, so none is given away. @throws Problem too-many */
export const offerPasskey = async (
  desk: Desk,
  c: Context,
): Promise<AnswerOf<typeof doors.offerPasskey>> => {
  await takeTry(desk, `passkey/${desk.address}`, limits.signInPerAddress);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(desk, c).rpID,
    challenge: new Uint8Array(desk.chance(32)),
    userVerification: "required",
    timeout: challengeMs,
  });
  const challengeId = await keepChallenge(desk, "sign-in", null, options.challenge);
  return { challengeId, options: { ...options } };
};

/** The passkey's new counter; null for a response that does not prove anything. */
const counterAfter = async (
  desk: Desk,
  c: Context,
  response: Record<string, unknown>,
  challenge: string,
  passkey: PasskeyRow,
): Promise<number | null> => {
  const { origin, rpID } = relyingParty(desk, c);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      // The library checks every field of what the browser sent.
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, "base64url")),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
};

/** Signs in with a passkey. @throws Problem sign-in-wrong whatever is wrong, too-many */
export const signInPasskey = async (
  desk: Desk,
  { challengeId, response }: BodyOf<typeof doors.signInPasskey>,
  c: Context,
): Promise<AnswerOf<typeof doors.signInPasskey>> => {
  await takeTry(desk, `console/${desk.address}`, limits.signInPerAddress);
  const [[challenge], [passkey]] = await Promise.all([
    desk.db.read(challengeById, [challengeId]),
    desk.db.read(passkeyById, [typeof response.id === "string" ? response.id : ""]),
  ]);
  const open = challenge?.purpose === "sign-in" && challenge.used_at === null &&
    desk.now < challenge.expires_at;
  if (!open || !passkey) throw new Problem("sign-in-wrong");
  const counter = await counterAfter(desk, c, response, challenge.challenge, passkey);
  const me = counter === null ? null : await consoleMe(desk, passkey.staff_id);
  if (counter === null || !me) throw new Problem("sign-in-wrong");
  await enter(desk, c, me, "passkey", {
    writes: [
      useChallenge.row({ id: challengeId, used_at: desk.now }),
      touchPasskey.row({ id: passkey.id, counter, last_used_at: desk.now }),
    ],
    touches: [challengeId, passkey.id],
  });
  return me;
};
