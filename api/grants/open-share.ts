/** Somebody opens a shared link: they see what it is, and whoever shared it earns, once per link and
 *  day and so often a day, unless they opened it themselves. @module */
import { dayOf } from "../../shared/business-day.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { openShare } from "../../shared/grants/endpoints.ts";
import { sharePoints } from "../../shared/grants/grants.ts";
import { Problem } from "../../shared/problems.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { findHeads } from "../points/holdings.ts";
import { rulesAt } from "../points/queries.ts";
import { NotDue, onceDue } from "./give-once.ts";
import { grantsOf } from "./grant-rules.ts";
import { markOf } from "./open-referral.ts";
import { postGrant } from "./post-grant.ts";
import { isOwnBrowser } from "./referral-queries.ts";
import { insertShareOpen, opensOfDay, shareByCode, type ShareRow } from "./share-queries.ts";

const opensMax = { max: 60, windowMs: 10 * 60_000 };

/** @throws Problem not-found, too-many */
export const openLink = async (
  desk: Desk,
  code: string,
  { mark }: BodyOf<typeof openShare>,
): Promise<AnswerOf<typeof openShare>> => {
  await takeTry(desk, `share-open ${desk.address}`, opensMax);
  const [link] = await desk.db.read(shareByCode, [code]);
  if (!link || (link.item_kind === "gift" && link.gift_zh === null)) throw new Problem("not-found");
  if (link.state === "active") await reward(desk, link, mark);
  return {
    kind: link.item_kind,
    giftId: link.item_kind === "gift" ? link.item_id : null,
    nameZh: link.gift_zh ?? link.brand_zh,
    nameEn: link.gift_en ?? link.brand_en,
    points: link.gift_points,
    picture: link.picture,
    brandId: link.brand_id,
    sharerNameMasked: maskName(link.name),
    referralCode: link.referral_code,
  };
};

const reward = async (desk: Desk, link: ShareRow, mark: string): Promise<void> => {
  if (desk.actor.memberId === link.member_id) return;
  const [own] = await desk.db.read(isOwnBrowser, [link.member_id, markOf(desk, mark)]);
  if (own) return;
  const today = dayOf(desk.now);
  await onceDue(desk, `share:${link.code}.${today}`, () => decide(desk, link, today));
};

/** @throws NotDue: off, counted today, or the day's most is reached */
const decide = async (desk: Desk, link: ShareRow, today: string) => {
  const memberId = link.member_id;
  const [holdings, [rules], [opened]] = await Promise.all([
    findHeads(desk, memberId),
    desk.db.read(rulesAt, [link.brand_id, desk.now]),
    desk.db.read(opensOfDay, [memberId, today, link.code]),
  ]);
  const opens = opened?.opens ?? 0;
  const points = rules ? sharePoints(grantsOf(rules), opens) : 0;
  if (!holdings || !rules || points === 0 || opened?.this_one) throw new NotDue();
  const posted = postGrant(desk, holdings, rules, {
    cause: { kind: "share", id: `${link.code}.${today}` },
    points,
    title: grantTitles.share,
    reasons: [{ code: "granted", what: "share", points }],
    tell: true,
  });
  const row = { code: link.code, day: today, member_id: memberId, n: opens + 1, points };
  return {
    members: [memberId],
    touches: posted.touches,
    writes: [
      ...posted.writes,
      insertShareOpen.row({ ...row, journal_id: posted.journalId, at: desk.now }),
    ],
  };
};
