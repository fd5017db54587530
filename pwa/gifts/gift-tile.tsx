import type { GiftView } from "../../shared/gifts/gift.ts";
import { Badge, GiftPicture, lang } from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { mallWords } from "./data.ts";
import { giftStanding } from "./standing.ts";

/** A gift in the grid: what, how much, and whether it can be had. */
export function GiftTile(props: { gift: GiftView }) {
  const { gift } = props;
  const t = mallWords.value;
  const standing = giftStanding(gift);
  const mark = giftMark(gift);
  return (
    <li>
      <a class={`gift-tile ${gift.refused ? "gift-refused" : ""}`} href={PATHS.gift(gift.id)}>
        <span class="gift-shot">
          <GiftPicture src={gift.picture} loading="lazy" width="320" height="240" />
          {mark && (
            <span class="gift-mark">
              <Badge tone={mark.tone}>{mark.text}</Badge>
            </span>
          )}
        </span>
        <span class="gift-name">
          {nameIn(lang.value, gift)}
          {gift.quantity > 1 && <span class="numbers">{` ${t.quantity(gift.quantity)}`}</span>}
        </span>
        <GiftPrice {...gift} was={t.was} />
        <span>
          <Badge tone={standing.tone}>{standing.text}</Badge>
        </span>
      </a>
    </li>
  );
}

/** The one thing worth saying on the picture. */
export function giftMark(
  gift: GiftView,
): { tone: "gold" | "accent" | "good" | "info"; text: string } | null {
  const t = mallWords.value;
  if (gift.priced === "flash") return { tone: "gold", text: t.flash };
  if (gift.kind === "event") return { tone: "info", text: t.kinds.event };
  if (gift.kind === "bundle") return { tone: "accent", text: t.bundle };
  if (gift.priced === "tier") return { tone: "gold", text: t.tierPrice };
  if (gift.promoted) return { tone: "good", text: t.promoted };
  if (gift.closesAt !== null) return { tone: "accent", text: t.limited };
  return null;
}
