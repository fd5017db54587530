/** Festival points by the clock: to every active member of a brand, on the day. A page at a time, and
 *  a run that ends early goes on where it was; who joins later that day comes after the last one and
 *  gets theirs too. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { FestivalId } from "../../shared/calendar/festival.ts";
import { festivalGrants } from "../../shared/grants/grants.ts";
import { festivalTitle } from "../../shared/wording/grants/titles.ts";
import type { Desk } from "../desk.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { brandIds, membersAfter, pageMax, progressOf, putProgress } from "./gift-queries.ts";
import { giveOnce } from "./give-once.ts";
import { grantsOf } from "./grant-rules.ts";

/** @returns members who got theirs */
export const grantFestivals = async (desk: Desk): Promise<number> => {
  const today = dayOf(desk.now);
  let granted = 0;
  for (const { id } of await desk.db.read(brandIds, [])) {
    const [rules] = await desk.db.read(rulesAt, [id, desk.now]);
    for (const festival of rules ? festivalGrants(grantsOf(rules), today) : []) {
      granted += await grantFestival(desk, id, rules!, { ...festival, today });
    }
  }
  return granted;
};

type Festival = { festivalId: FestivalId; points: number; today: string };

const grantFestival = async (
  desk: Desk,
  brandId: string,
  rules: RulesRow,
  { festivalId, points, today }: Festival,
): Promise<number> => {
  const occasion = `${festivalId}.${today}`;
  const [progress] = await desk.db.read(progressOf, [brandId, occasion]);
  let granted = progress?.granted ?? 0;
  const before = granted;
  for (let after = progress?.after ?? "";;) {
    const page = await desk.db.read(membersAfter, [brandId, after]);
    const given = await Promise.all(
      page.filter((m) => m.state === "active").map(({ id }) =>
        giveOnce(desk, id, rules, {
          cause: { kind: "festival", id: `${id}.${occasion}` },
          points,
          title: festivalTitle(festivalId),
          reasons: [{ code: "granted", what: "festival", points }],
        })
      ),
    );
    granted += given.filter(Boolean).length;
    if (page.length > 0) {
      after = page.at(-1)!.id;
      await desk.db.write([
        putProgress.row({ brand_id: brandId, cause: occasion, after, granted, at: desk.now }),
      ]);
    }
    if (page.length < pageMax) return granted - before;
  }
};
