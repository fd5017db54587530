/** Measures the live view over HTTP: how long from a booked sale to the event on the phone, with
 *  the nudge and without it, and what watching costs. Numbers in docs/decisions/011.
 *  `deno run -A e2e/measure-live-view.ts [watchers …]` @module */
import { showMe, watchMe } from "../shared/members/endpoints.ts";
import { createNudge } from "../api/push/nudge.ts";
import { recordSale } from "../api/sales/record-sale.ts";
import { newKey, openTestHouse } from "../api/test-house.ts";
import { addMember, chainOf, type SignedIn } from "../api/push/test-members.ts";
import { levelsOf } from "../api/push/watchers.ts";

const counts = Deno.args.length ? Deno.args.map(Number) : [1, 100, 1000, 5000];
const rounds = 60;

const quantile = (times: number[], q: number): string =>
  `${times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)]!.toFixed(1)} ms`;
const told = (times: number[]): string =>
  `p50 ${quantile(times, 0.5)}, p90 ${quantile(times, 0.9)}, max ${quantile(times, 1)}`;

/** Opens one phone's stream; `onPoints` hears the spendable points of each event. */
const watch = async (url: string, member: SignedIn, onPoints: (spendable: number) => void) => {
  const answer = await fetch(url + watchMe.path, {
    headers: { cookie: `jifu-member=${member.token}` },
  });
  if (answer.status !== 200) throw new Error(`watching was answered ${answer.status}`);
  const text = new TextDecoder();
  void (async () => {
    for await (const chunk of answer.body!) {
      for (const [, json] of text.decode(chunk).matchAll(/^event: points\ndata: (.*)$/gm)) {
        onPoints(JSON.parse(json!).spendable);
      }
    }
  })().catch(() => {});
};

for (const count of counts) {
  const test = await openTestHouse();
  test.house.clock = () => Date.now();
  test.clock.now = Date.now();
  const silent = { ...test.house, nudge: createNudge() };
  const chain = await chainOf(test);
  const ending = new AbortController();
  const where = { hostname: "127.0.0.1", port: 0, onListen: () => {}, signal: ending.signal };
  const server = Deno.serve(where, test.app.fetch);
  const url = `http://127.0.0.1:${server.addr.port}`;
  const members: SignedIn[] = [];
  while (members.length < count) {
    const some = Array.from({ length: Math.min(500, count - members.length) });
    members.push(...await Promise.all(some.map(() => addMember(test))));
  }
  let heard = (_: number) => {};
  for (const [i, member] of members.entries()) {
    await watch(url, member, (points) => i === 0 && heard(points));
  }
  let spendable = 0;
  const sell = async (quiet: boolean): Promise<number> => {
    const wanted = ++spendable;
    const arrived = new Promise<number>((done) => {
      heard = (points) => points === wanted && done(performance.now());
    });
    const desk = { ...chain.desk(), ...(quiet ? silent : {}), now: Date.now() };
    let bookedAt = 0;
    const unlisten = desk.nudge.listen(() => bookedAt = performance.now());
    await recordSale(desk, newKey(), {
      orderNo: newKey(),
      member: { card: members[0]!.card },
      lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 100 }],
      totalFen: 100,
    });
    unlisten();
    return (await arrived) - bookedAt;
  };
  const nudged: number[] = [];
  for (let i = 0; i < rounds; i++) nudged.push(await sell(false));
  const found: number[] = [];
  for (let i = 0; i < 12; i++) {
    await new Promise((done) => setTimeout(done, Math.random() * 1000));
    found.push(await sell(true));
  }
  const asking: number[] = [];
  for (let i = 0; i < 30; i++) {
    const from = performance.now();
    const now = Date.now();
    const watched = members.map((m): [string, string, number] => [
      m.memberId,
      m.actor.sessionHash!,
      now,
    ]);
    await test.house.db.read(levelsOf, [watched]);
    asking.push(performance.now() - from);
  }
  const [first] = members;
  let polls = 0;
  const pollUntil = performance.now() + 3_000;
  await Promise.all(Array.from({ length: 32 }, async () => {
    for (; performance.now() < pollUntil; polls++) {
      const answer = await test.app.request(showMe.path, {
        headers: { cookie: `jifu-member=${first!.token}`, "jifu-client": "pwa" },
      });
      await answer.text();
    }
  }));
  console.log(
    `${count} watchers: nudge to event ${told(nudged)}; from another process ${told(found)}; ` +
      `asking about all of them ${told(asking)}; ${Math.round(polls / 3)} polls a second at most`,
  );
  test.house.nudge.end();
  ending.abort();
  await test.close();
}
Deno.exit(0);
