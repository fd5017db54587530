/** A chain at work, seen from its clients: each keeps what it wants before it sends it and what it
 *  was told afterwards, and sends again with the same key what it was told nothing about. @module */
import { adjustPoints } from "../../shared/console/endpoints.ts";
import { openScan } from "../../shared/cards/endpoints.ts";
import { call, type Transport, Unreachable } from "../../shared/call.ts";
import { cancelClaim, claimGift, handOverClaim } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { ecardOf, newKey, type Phone } from "../callers.ts";
import type { seeded } from "./tried.ts";

export type Kind = "sale" | "offset" | "return" | "claim" | "handover" | "cancel" | "adjustment";

/** One thing a client wants, kept before it is sent. */
export type Intent = {
  kind: Kind;
  key: string;
  send: () => Promise<unknown>;
  /** Order number, sale, claim or reason: what its effect is found by. */
  about: string;
  /** What it was told: an answer, a refusal, or nothing yet. */
  told: { answer: unknown } | { refusal: string } | null;
  /** Told before anything was killed since. */
  sent: number;
};

export type Client = {
  till: Transport;
  phone: Phone;
  memberId: string;
  /** Codes shown in this step of time, and by this e-card. */
  shown: number;
};

type Made = { saleId?: string; claim?: { claimId: string } };

/** Sends an intent once. @returns false where no answer came */
export const sendOnce = async (intent: Intent): Promise<boolean> => {
  intent.sent++;
  try {
    intent.told = { answer: await intent.send() };
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof Problem)) throw error;
    // "Later", not "no": sent again with the same key.
    if (error.status === 503 || error.status === 429) return false;
    intent.told = { refusal: error.code };
    return true;
  }
};

/** A code that was not shown before; a new e-card after ten. */
const scanned = async ({ till, phone }: Client, n: number): Promise<string> => {
  if (n % 10 === 0 && n > 0) phone.code = await ecardOf(phone.caller);
  const code = await phone.code(n % 10);
  return (await call(till, openScan, { body: { code } })).scanId;
};

export type Load = {
  intents: Intent[];
  /** Clients want one thing after the other until `over`, or until nothing answers. */
  run: (over: () => boolean) => Promise<void>;
  /** Sends again whatever has no answer yet, until each has one. */
  settleAll: () => Promise<number>;
};

type Scene = {
  clients: Client[];
  office: Transport;
  giftId: string;
  chance: ReturnType<typeof seeded>;
  /** Marks the orders of this load. */
  mark: string;
};

const price = 25_000;
const basket = { name: "西湖龙井 明前", quantityMilli: 1000, amountFen: price };

/** Takes one intent of this kind that went well, and was not used by another since. */
const takeDone = (intents: Intent[], used: Set<Intent>, kinds: Kind[]): Made | null => {
  const found = intents.find((i) =>
    kinds.includes(i.kind) && !used.has(i) && i.told && "answer" in i.told
  );
  if (!found) return null;
  used.add(found);
  return (found.told as { answer: Made }).answer;
};

export const openLoad = ({ clients, office, giftId, chance, mark }: Scene): Load => {
  const intents: Intent[] = [];
  const used = new Set<Intent>();
  let orders = 0;

  const want = (kind: Kind, about: string, send: (key: string) => Promise<unknown>): Intent => {
    const key = newKey();
    const intent: Intent = { kind, key, about, send: () => send(key), told: null, sent: 0 };
    intents.push(intent);
    return intent;
  };

  const sell = async (client: Client, paying: boolean): Promise<Intent> => {
    const scanId = await scanned(client, client.shown++);
    const body = {
      orderNo: `${mark}-${++orders}`,
      member: { scanId },
      lines: [basket],
      totalFen: price,
      ...(paying ? { offset: { points: 100 } } : {}),
    };
    return want(
      paying ? "offset" : "sale",
      body.orderNo,
      (key) => call(client.till, recordSale, { key, body }),
    );
  };
  const claim = async (client: Client): Promise<Intent> => {
    const body = { scanId: await scanned(client, client.shown++), giftId };
    return want("claim", body.scanId, (key) => call(client.till, claimGift, { key, body }));
  };
  const endClaim = ({ till }: Client, claimId: string): Intent => {
    const params = { claim: claimId };
    if (chance.below(2)) {
      return want("cancel", claimId, (key) => call(till, cancelClaim, { key, params }));
    }
    return want("handover", claimId, (key) => call(till, handOverClaim, { key, params, body: {} }));
  };
  const adjust = ({ memberId }: Client): Intent => {
    const reason = `${mark} 补记 ${++orders}`;
    const body = { points: chance.pick([30, 50, -10]), reason };
    const params = { member: memberId };
    return want("adjustment", reason, (key) => call(office, adjustPoints, { key, params, body }));
  };

  const next = async (client: Client): Promise<Intent> => {
    const dice = chance.below(10);
    if (dice < 3) return await sell(client, false);
    if (dice < 4) return await sell(client, true);
    if (dice < 6) return await claim(client);
    if (dice < 8) return adjust(client);
    const ended = dice < 9 ? takeDone(intents, used, ["claim"])?.claim?.claimId : undefined;
    if (ended) return endClaim(client, ended);
    const sold = takeDone(intents, used, ["sale", "offset"])?.saleId;
    if (!sold) return adjust(client);
    const params = { sale: sold };
    return want("return", sold, (key) => call(client.till, returnSale, { key, params, body: {} }));
  };

  const work = async (client: Client, over: () => boolean): Promise<void> => {
    while (!over()) {
      try {
        if (!await sendOnce(await next(client))) return;
      } catch (error) {
        // The scan before it: nothing was wanted yet.
        if (error instanceof Unreachable) return;
        if (!(error instanceof Problem)) throw error;
      }
    }
  };

  return {
    intents,
    run: async (over) => void await Promise.all(clients.map((client) => work(client, over))),
    settleAll: async () => {
      const open = intents.filter((i) => i.told === null);
      for (const intent of open) {
        for (let tries = 0; !await sendOnce(intent); tries++) {
          if (tries > 200) throw new Error(`${intent.kind} is never answered`);
          await new Promise((done) => setTimeout(done, 25));
        }
      }
      return open.length;
    },
  };
};
