/** Phones for tests: they ask for codes, enrol, and show their card's code as the real page does.
 *  @module */
import { fromBase64url } from "../../shared/base64url.ts";
import { deriveCardKey, signStep } from "../../shared/cards/card-key.ts";
import { composeCode, stepOf } from "../../shared/cards/ecard.ts";
import { enrolEcard } from "../../shared/cards/endpoints.ts";
import { askMemberCode, enrolMember, signInMember } from "../../shared/members/endpoints.ts";
import { fieldsOf } from "../push/open-message.ts";
import type { MessageRow } from "../push/queries.ts";
import { type Caller, newKey } from "../test-house.ts";
import { brandId, type Ground, importPublic, newPair, publicText } from "./test-callers.ts";

export type Phone = {
  caller: Caller;
  /** The 26 digits that the phone shows, `stepsOff` steps from now. */
  code: (stepsOff?: number, refresh?: number) => Promise<string>;
  handle: string;
};

/** The code in the newest SMS. */
export const lastCodeOn = (g: Ground) => async (): Promise<string> => {
  const [row] = await g.db.execute(
    "select * from message where kind = 'otp' order by created_at desc, rowid desc limit 1",
  );
  return (fieldsOf(g.house, row as unknown as MessageRow) as { code: string }).code;
};

/** Asks for a code, as a phone does; waits out the minute between two codes. */
export const askCodeOn =
  (g: Ground) => async (phone: string, caller: Caller, brand = brandId): Promise<string> => {
    const body = { brandId: brand, phone, language: "zh-CN" } as const;
    return (await g.ask(askMemberCode, { body }, caller)).requestId;
  };

/** Signs in or enrols, whichever the house offers. */
export const enrolOn =
  (g: Ground) => async (phone: string, name = "张小满", brand = brandId): Promise<Caller> => {
    const caller: Caller = { client: "pwa", cookies: new Map() };
    const requestId = await askCodeOn(g)(phone, caller, brand);
    const code = await lastCodeOn(g)();
    const body = { requestId, code, deviceLabel: "华为 Mate 60" };
    const answer = await g.ask(signInMember, { body }, caller);
    if (answer.state === "new") {
      await g.ask(enrolMember, {
        key: newKey(),
        body: {
          enrolToken: answer.enrolToken,
          name,
          language: "zh-CN",
          terms: true,
          deviceLabel: "华为 Mate 60",
        },
      }, caller);
    }
    return caller;
  };

/** Gives a signed-in phone its e-card. */
export const ecardOn = (g: Ground) => async (caller: Caller): Promise<Phone> => {
  const pair = await newPair();
  const answer = await g.ask(enrolEcard, { body: { publicKey: await publicText(pair) } }, caller);
  const { handle } = answer;
  const key = await deriveCardKey(
    crypto.subtle,
    pair.privateKey,
    await importPublic(answer.serverPublicKey),
    fromBase64url(answer.salt),
    handle,
  );
  const code = async (stepsOff = 0, refresh = 0): Promise<string> => {
    const step = stepOf(g.clock.now) + stepsOff;
    const mac = await signStep(crypto.subtle, key, handle, step, refresh);
    return composeCode({ handle, step, refresh, mac });
  };
  return { caller, code, handle };
};
