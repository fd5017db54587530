import { showMe } from "../../shared/members/endpoints.ts";
import type { Scene } from "../access/test-scene.ts";
import { openDesk, programme } from "../desk.ts";
import { readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import type { Caller } from "../test-house.ts";

const day = 86_400_000;

/** Gives the signed-in member lots through the real posting; null: they never lapse. */
export const givePoints = async (
  scene: Scene,
  caller: Caller,
  lots: [points: number, lapsesInDays: number | null][],
): Promise<void> => {
  const { member } = await scene.ask(showMe, {}, caller);
  const desk = openDesk(scene.house, programme);
  for (const [points, lapsesIn] of lots) {
    const posting = startPosting(desk, await readHoldings(desk, member.id), {
      kind: "grant",
      cause: { kind: "test", id: desk.id("journal") },
      storeId: "sto_renmin",
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    posting.issue(points, {
      contra: "issued@sto_renmin",
      availableAt: desk.now,
      lapsesAt: lapsesIn === null ? null : desk.now + lapsesIn * day,
      rulesId: null,
    });
    await scene.house.db.write(posting.writes(), posting.touches);
  }
};
