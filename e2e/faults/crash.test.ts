/** kill -9 at random moments: under load, during the lapse sweep, during the daily seal. What was
 *  acknowledged is there, what was not is booked once when it is sent again, the books are in order
 *  and the server is ready within three seconds. SEED repeats a run. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDb } from "../../api/db/open.ts";
import { type House, openDesk, programme } from "../../api/desk.ts";
import { unsealedDays } from "../../api/points/seal-day.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { headOffice, newGift, newKey, newPhone, newTills, times } from "../callers.ts";
import { adjustPoints } from "../../shared/console/endpoints.ts";
import { call, type Transport } from "../../shared/call.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { wrongEffects } from "./effects.ts";
import { type Client, type Load, openLoad } from "./load.ts";
import { chainAt, type Server, startServer, startTimes, until } from "./server.ts";
import { bookLapsing, makeDue, openSmallHouse, smallChain, unseal } from "./small-chain.ts";
import { atMost, seeded, soak, tried } from "./tried.ts";

type When = "load" | "sweep" | "seal";
/** 16 rounds; the four during a migration are in migration-crash.test.ts. */
const legOf: When[] = [
  ...Array<When>(8).fill("load"),
  ...Array<When>(4).fill("sweep"),
  ...Array<When>(4).fill("seal"),
];
const legs = soak ? 10 : 1;
/** Beside the other tests of a normal run four keep the server as busy as eight do alone. */
const clientCount = soak ? 8 : 4;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((f) => rm(f, { recursive: true, force: true }))));

const newClients = async (url: string, office: Transport): Promise<Client[]> => {
  const tills = await newTills(url, office, clientCount);
  return await times(clientCount, async (i) => {
    const phone = await newPhone(chainAt(url), `1390077${1000 + i}`);
    const { member } = await call(phone.caller, showMe, {});
    await call(office, adjustPoints, {
      key: newKey(),
      params: { member: member.id },
      body: { points: 20_000, reason: "开业赠送" },
    });
    return { till: tills[i]!, phone, memberId: member.id, shown: 0 };
  });
};

/** Lots that are due and not booked out. */
const dueOf = async ({ db }: House): Promise<number> => {
  const open = "select count(*) as n from lot where account_id like 'acc_idle%' and remaining > 0";
  return Number((await db.execute(open))[0]!.n);
};

/** What the timetable has begun and not ended: points that are due, days without their seal. */
const leftOver = async (path: string) => {
  const house = await openSmallHouse(path);
  const due = await dueOf(house);
  const days = await unsealedDays(openDesk(house, programme));
  house.db.close();
  return { due, days: days.length };
};

/** Gets the timetable to work, and waits until it has begun. */
const begin = async (path: string, when: When, round: number): Promise<void> => {
  if (when === "load") return;
  const house = await openSmallHouse(path);
  const leased = async (job: string) => {
    const [row] = await house.db.execute("select leased_by from job where name = ?", [job]);
    return row?.leased_by !== null;
  };
  try {
    if (when === "sweep") {
      const before = await dueOf(house) + await bookLapsing(house, round);
      await makeDue(house, "lapse-lots");
      await until("the sweep begins", async () => await dueOf(house) < before);
    } else {
      // What a kill broke off is taken up when its lease ends: not in the middle of this.
      await makeDue(house, "seal-days");
      await until("all days are sealed", async () => {
        const days = await unsealedDays(openDesk(house, programme));
        return days.length === 0 && !await leased("seal-days");
      });
      await unseal(house);
      await makeDue(house, "seal-days");
      await until("the seal begins", () => leased("seal-days"));
    }
  } finally {
    house.db.close();
  }
};

/** Longest wait before the kill, ms; the shortest is a tenth of it. */
const widest: Record<When, number> = { load: 600, sweep: 25, seal: 300 };

type Seen = {
  starts: ReturnType<typeof startTimes>;
  acknowledged: number;
  again: number;
  halfDone: { sweep: number; seal: number };
};

const sampleAgain = async ({ intents }: Load, from: number): Promise<void> => {
  for (const { send, told } of intents.slice(from).slice(-12)) {
    if (told && "answer" in told) expect(await send()).toEqual(told.answer);
  }
};

const leg = async (n: number, seen: Seen): Promise<void> => {
  const chance = seeded(Number(process.env.SEED ?? 1) * 1000 + n);
  const folder = await mkdtemp(join(tmpdir(), "jifu-crash-"));
  folders.push(folder);
  const database = join(folder, "jifu.db");
  await copyFile(await smallChain(), database);
  let server: Server = await startServer({ database });
  const port = Number(new URL(server.url).port);
  const office = await headOffice(server.url);
  const clients = await newClients(server.url, office);
  const giftId = await newGift(office, 10, 50_000);
  const load = openLoad({ clients, office, giftId, chance, mark: `CR${n}` });
  const rounds = [...legOf].sort(() => chance.next() - 0.5);
  let sweeps = 0;

  for (const [round, when] of rounds.entries()) {
    const first = load.intents.length;
    let over = false;
    const running = load.run(() => over);
    if (when === "sweep") sweeps++;
    await begin(database, when, round);
    await new Promise((done) => setTimeout(done, widest[when] * (0.1 + 0.9 * chance.next())));
    await server.end("SIGKILL");
    over = true;
    await running;
    seen.acknowledged += load.intents.slice(first).filter((i) => i.told).length;

    server = await startServer({ database, port });
    seen.starts.note(server);
    const left = await leftOver(database);
    if (when === "sweep" && left.due > 0) seen.halfDone.sweep++;
    if (when === "seal" && left.days > 0) seen.halfDone.seal++;

    const db = await openDb({ url: `file:${database}` });
    expect(await wrongEffects(db, load.intents, "either")).toEqual([]);
    seen.again += await load.settleAll();
    await sampleAgain(load, first);
    expect(await wrongEffects(db, load.intents, "none")).toEqual([]);
    expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
    db.close();
  }
  await finish(database, sweeps);
  expect(await server.end("SIGINT")).toBe(0);
};

/** What was killed in the middle is taken up once its lease has ended, and done once. */
const finish = async (database: string, sweeps: number): Promise<void> => {
  const house = await openSmallHouse(database);
  await makeDue(house, "lapse-lots");
  await makeDue(house, "seal-days");
  await until("the timetable has caught up", async () => {
    const { due, days } = await leftOver(database);
    return due === 0 && days === 0;
  });
  const [lapsed] = await house.db.execute(
    `select coalesce(-sum(e.amount), 0) as n from entry e
     where e.account_id like 'acc_idle%' and e.contra like 'lapsed@%'`,
  );
  expect(Number(lapsed!.n)).toBe(sweeps * 400 * 50);
  expect((await verifyLedger(house.db, Date.now())).findings).toEqual([]);
  house.db.close();
};

test("however often it is killed, nothing acknowledged is lost and nothing doubled", async () => {
  const starts = startTimes();
  const seen: Seen = { starts, acknowledged: 0, again: 0, halfDone: { sweep: 0, seal: 0 } };
  for (let n = 0; n < legs; n++) {
    await leg(n, seen);
    if (soak) console.log(`${starts.rounds()} of ${legs * legOf.length} rounds: ${starts.said()}`);
  }
  tried({
    fault: "kill -9 under load, in the sweep, in the seal",
    times: `${starts.rounds()} rounds`,
    happened: `${seen.acknowledged} commands acknowledged before a kill, 0 lost; ${seen.again} ` +
      `sent again, 0 doubled; a sweep half done ${seen.halfDone.sweep} times, a seal ` +
      `${seen.halfDone.seal} times; ${starts.said()}`,
  });
  // Beside the other tests of a normal run one start may wait for anything; the long run is alone.
  expect(starts.own(soak ? 0.95 : 0.5)).toBeLessThan(3000);
}, atMost(240_000));
