/** A link to share: one per member and thing. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { shareItem } from "../../shared/grants/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { markOf } from "./open-referral.ts";
import { noteOwnBrowser } from "./referral-queries.ts";
import { giftOfBrand, insertShareLink, shareOfItem } from "./share-queries.ts";

/** @throws Problem not-found: no such gift of the member's brand */
export const share = async (
  desk: Desk,
  { kind, giftId, mark }: BodyOf<typeof shareItem>,
): Promise<AnswerOf<typeof shareItem>> => {
  const memberId = desk.actor.memberId!;
  const brandId = desk.actor.brandId!;
  const itemId = kind === "gift" ? giftId ?? "" : brandId;
  const row = { member_id: memberId, mark: markOf(desk, mark), seen_at: desk.now };
  for (let attempt = 0; attempt < 4; attempt++) {
    const [[kept], [gift]] = await Promise.all([
      desk.db.read(shareOfItem, [memberId, kind, itemId]),
      desk.db.read(giftOfBrand, [itemId, brandId]),
    ]);
    if (kind === "gift" && !gift) throw new Problem("not-found");
    const code = kept?.code ?? Buffer.from(desk.chance(9)).toString("base64url");
    const link = insertShareLink.row({
      code,
      member_id: memberId,
      brand_id: brandId,
      item_kind: kind,
      item_id: itemId,
      created_at: desk.now,
    });
    try {
      await desk.db.write([noteOwnBrowser.row(row), ...(kept ? [] : [link])]);
      return { code };
    } catch (error) {
      if (!(error instanceof Collision)) throw error;
    }
  }
  throw new Problem("too-busy", { retryAfterSeconds: 1 });
};
