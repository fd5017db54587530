/** Callers for tests over real HTTP: tills with keys of their own, a console that is signed in,
 *  phones that enrol and show their card's code as the real page does. @module */
import { demoPassword, demoTotpSecret, posKeys } from "../api/demo/people.ts";
import { hexin } from "../api/demo/places.ts";
import { totpCode } from "../api/staff/totp.ts";
import { newKey } from "../api/test-house.ts";
import { fromBase64url, toBase64url } from "../shared/base64url.ts";
import {
  CARD_KEY_PAIR,
  CARD_KEY_USAGES,
  deriveCardKey,
  signStep,
} from "../shared/cards/card-key.ts";
import { composeCode, stepOf } from "../shared/cards/ecard.ts";
import { enrolEcard } from "../shared/cards/endpoints.ts";
import { call, type Transport } from "../shared/call.ts";
import {
  addGift,
  addKey,
  moveGiftStock,
  plainGift,
  signInConsole,
} from "../shared/console/endpoints.ts";
import { askMemberCode, enrolMember, signInMember } from "../shared/members/endpoints.ts";
import { Problem } from "../shared/problems.ts";
import type { Chain } from "./chain.ts";

export { newKey };
/** The store that all of these tills stand in, unless they say otherwise. */
export const storeId = posKeys[0].storeId;

/** Work done n times at once. */
export const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));

/** A caller at `url`; cookies that answers set are sent from then on. */
export const callerAt = (
  url: string,
  client: Transport["client"],
  headers: Record<string, string> = {},
): Transport & { headers: Record<string, string> } => {
  const cookies = new Map<string, string>();
  const own = { ...headers };
  return {
    client,
    headers: own,
    fetch: async (path, { method, headers: said, body }) => {
      const answer = await fetch(url + path, {
        method,
        headers: { ...said, ...own },
        ...(body === undefined ? {} : { body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        cookies.set(name!, value!);
      }
      if (cookies.size) own.cookie = [...cookies].map(([k, v]) => `${k}=${v}`).join("; ");
      return answer;
    },
  };
};

export const tillAt = (url: string, secret: string = posKeys[0].secret) =>
  callerAt(url, "pos", { authorization: `Bearer ${secret}` });

/** "ok" or the code of the refusal. What a till does on "too busy" is done here: the same again. */
export const outcomeOf = async (work: () => Promise<unknown>): Promise<string> => {
  for (;;) {
    try {
      await work();
      return "ok";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== "too-busy") return error.code;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
};

/** How often each outcome came. */
export const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const o of outcomes) counts[o] = (counts[o] ?? 0) + 1;
  return counts;
};

/** Head office, signed in to the console with password and authenticator app. */
export const headOffice = async (url: string, login = "zhou.qiming") => {
  const office = callerAt(url, "console");
  const totp = totpCode(demoTotpSecret, Date.now());
  await call(office, signInConsole, { body: { login, password: demoPassword, totp } });
  return office;
};

/** Tills with a key each, all of one store. */
export const newTills = (url: string, office: Transport, n: number) =>
  times(n, async (i) => {
    const body = { label: `收银台 ${i + 1} 号`, role: "pos", brandId: hexin, storeId } as const;
    const { secret } = await call(office, addKey, { key: newKey(), body });
    return tillAt(url, secret);
  });

/** A gift on the shelf of the tills' store. */
export const newGift = async (office: Transport, points: number, stock: number) => {
  const { giftId } = await call(office, addGift, {
    key: newKey(),
    body: {
      ...plainGift,
      brandId: hexin,
      code: `J${newKey().replace(/\W|_/g, "x")}`.slice(0, 20),
      nameZh: "景德镇青花盖碗",
      nameEn: "Blue and white lidded bowl",
      detailZh: "",
      detailEn: "",
      picture: "/pictures/enamel-mug.svg",
      kind: "goods",
      points,
      marketFen: 3900,
      tierLevelMin: 0,
      perMemberMax: null,
      opensAt: null,
      closesAt: null,
      claimDays: 7,
      state: "listed",
    },
  });
  if (stock > 0) {
    await call(office, moveGiftStock, {
      key: newKey(),
      params: { gift: giftId },
      body: { storeId, amount: stock },
    });
  }
  return giftId;
};

export type Phone = {
  caller: Transport & { headers: Record<string, string> };
  number: string;
  /** The 26 digits that the phone shows. */
  code: (refresh?: number, stepsOff?: number) => Promise<string>;
};

/** Enrols a new member on a phone of their own and gives it an e-card.
 *  @param chain with TRUST_PROXY on, as each phone has its own address */
export const newPhone = async (chain: Chain, number: string): Promise<Phone> => {
  const address = `10.7.${number.slice(7, 9)}.${number.slice(9)}`.replaceAll(".0", ".");
  const caller = callerAt(chain.url, "pwa", { "x-forwarded-for": address });
  const { requestId } = await call(caller, askMemberCode, {
    body: { brandId: hexin, phone: number, language: "zh-CN" },
  });
  const deviceLabel = "华为 Mate 60";
  const code = await chain.codeFor(number);
  const answer = await call(caller, signInMember, { body: { requestId, code, deviceLabel } });
  if (answer.state !== "new") throw new Error(`${number} is a member already`);
  const { enrolToken } = answer;
  await call(caller, enrolMember, {
    key: newKey(),
    body: { enrolToken, name: "赵立春", language: "zh-CN", terms: true, deviceLabel },
  });
  return { caller, number, code: await ecardOf(caller) };
};

/** Gives a signed-in phone its e-card. @returns what shows a code */
export const ecardOf = async (caller: Transport): Promise<Phone["code"]> => {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
  const publicKey = toBase64url(new Uint8Array(await subtle.exportKey("raw", pair.publicKey)));
  const { handle, serverPublicKey, salt } = await call(caller, enrolEcard, { body: { publicKey } });
  const server = await subtle.importKey(
    "raw",
    fromBase64url(serverPublicKey),
    CARD_KEY_PAIR,
    true,
    [],
  );
  const key = await deriveCardKey(subtle, pair.privateKey, server, fromBase64url(salt), handle);
  return async (refresh = 0, stepsOff = 0) => {
    const step = stepOf(Date.now()) + stepsOff;
    const mac = await signStep(subtle, key, handle, step, refresh);
    return composeCode({ handle, step, refresh, mac });
  };
};
