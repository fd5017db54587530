/** A scene for tests of identity: two brands, tills with keys, terminals that sign, staff with
 *  grants, and phones that enrol and show their code as the real page does. @module */
import { openScan } from "../../shared/cards/endpoints.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { type Actor, type Desk, nobody, openDesk } from "../desk.ts";
import { plainRules } from "../test-chain.ts";
import { type Caller, newKey, openTestHouse } from "../test-house.ts";
import {
  brandId,
  type Ground,
  keyOn,
  nextStoreId,
  otherBrandId,
  otherStoreId,
  places,
  staffOn,
  storeId,
  terminalOn,
} from "./test-callers.ts";
import { askCodeOn, ecardOn, enrolOn, lastCodeOn } from "./test-phones.ts";

export { brandId, newKey, nextStoreId, otherBrandId, otherStoreId, storeId };
export type { Phone } from "./test-phones.ts";

export const openScene = async (
  rules: Partial<EarningRules> = {},
  environment: Record<string, string> = {},
) => {
  const test = await openTestHouse(environment);
  const { house, clock, ask } = test;
  const { db } = house;
  const body = JSON.stringify({ ...plainRules, ...rules });
  await db.batch([
    ...places,
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_by, published_at) values ('rul_${newKey()}', '${brandId}', 1, 0, '${body}', null, 0)`,
  ].map((sql) => ({ sql })));
  let count = 0;
  const next = () => count++;
  const desk = (actor: Actor = nobody): Desk => openDesk(house, actor, { now: clock.now });
  const ground: Ground = { ...test, db, desk, next };
  const [enrol, ecard] = [enrolOn(ground), ecardOn(ground)];
  return {
    ...ground,
    key: keyOn(ground),
    terminal: terminalOn(ground),
    staff: staffOn(ground),
    lastCode: lastCodeOn(ground),
    askCode: askCodeOn(ground),
    enrol,
    ecard,
    /** A member with an e-card; a minute passes, so that codes may be asked for. */
    member: async (phone = `1380000${1000 + next()}`, name?: string) => {
      clock.now += 61_000;
      return ecard(await enrol(phone, name));
    },
    scan: (code: string, as: Caller) => ask(openScan, { body: { code } }, as),
  };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The code of the refusal that a promise ends in; "" if it does not. */
export const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "",
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
