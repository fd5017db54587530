import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Context } from "hono";
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { showMe } from "./me.ts";
import { challengeById, insertPasskey, passkeysOf, useChallenge } from "./queries.ts";
import { relyingParty } from "./relying-party.ts";
import { challengeMs, keepChallenge } from "./sign-in-passkey.ts";

/** Options for adding a passkey to one's own sign-in. */
export const startPasskey = async (
  desk: Desk,
  c: Context,
): Promise<AnswerOf<typeof doors.startPasskey>> => {
  const [me, known] = await Promise.all([
    showMe(desk),
    desk.db.read(passkeysOf, [desk.actor.id]),
  ]);
  const options = await generateRegistrationOptions({
    rpName: "积福 Jifu",
    rpID: relyingParty(desk, c).rpID,
    userName: me.login,
    userDisplayName: me.name,
    userID: new TextEncoder().encode(me.staffId),
    challenge: new Uint8Array(desk.chance(32)),
    excludeCredentials: known.map((p) => ({ id: p.id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout: challengeMs,
  });
  const challengeId = await keepChallenge(desk, "add", me.staffId, options.challenge);
  return { challengeId, options: { ...options } };
};

const verified = async (
  desk: Desk,
  c: Context,
  response: Record<string, unknown>,
  challenge: string,
) => {
  const { origin, rpID } = relyingParty(desk, c);
  try {
    const result = await verifyRegistrationResponse({
      // The library checks every field of what the browser sent.
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    return result.verified ? result.registrationInfo.credential : null;
  } catch {
    return null;
  }
};

/** Keeps a new passkey of the person who asked for its challenge.
 *  @throws Problem sign-in-wrong for a challenge or a response that does not hold */
export const keepPasskey = async (
  desk: Desk,
  { challengeId, label, response }: BodyOf<typeof doors.keepPasskey>,
  c: Context,
): Promise<{ done: true }> => {
  const [challenge] = await desk.db.read(challengeById, [challengeId]);
  const open = challenge?.purpose === "add" && challenge.staff_id === desk.actor.id &&
    challenge.used_at === null && desk.now < challenge.expires_at;
  const credential = open ? await verified(desk, c, response, challenge.challenge) : null;
  if (!credential) throw new Problem("sign-in-wrong");
  try {
    await desk.db.write([
      useChallenge.row({ id: challengeId, used_at: desk.now }),
      insertPasskey.row({
        id: credential.id,
        staff_id: desk.actor.id,
        public_key: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(","),
        label,
        created_at: desk.now,
      }),
      auditRow(desk, {
        action: "console.passkey-added",
        subject: desk.actor.id,
        after: { label },
      }),
    ], [challengeId]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("sign-in-wrong");
    throw error;
  }
  return { done: true };
};
