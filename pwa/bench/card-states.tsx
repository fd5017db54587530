import { composeCode } from "../../shared/cards/ecard.ts";
import { CardView, type CardViewProps } from "../cards/card-view.tsx";
import { BannersView } from "../shell/banners.tsx";
import { daysFromNow, pointsAt, xiaomei } from "./people.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};
const code = (refresh: number) => ({
  digits: composeCode({ handle: "4830172956", step: 117_592_312, refresh, mac: "604718223" }),
  step: 117_592_312,
  refresh,
});

const card = (more: Partial<CardViewProps> = {}) => (
  <CardView
    member={xiaomei}
    points={pointsAt(1)}
    code={code(0)}
    left={11}
    onRenew={nothing}
    {...more}
  />
);

const banners = { online: true, updateReady: false, onUpdate: nothing };

/** The card and the banners above it. */
export const cardStates: BenchState[] = [
  { name: "card", draw: () => card() },
  {
    name: "card-lapsing",
    draw: () => card({ points: pointsAt(2, { lapsingSoon: 180, lapsesNextAt: daysFromNow(9) }) }),
  },
  ...[0, 1, 2, 3, 4].map((level) => ({
    name: `card-tier-${level}`,
    draw: () => card({ points: pointsAt(level) }),
  })),
  { name: "card-digits", draw: () => card({ digitsOpen: true }) },
  { name: "card-used-up", draw: () => card({ code: code(9), left: 3 }) },
  { name: "card-hidden", draw: () => card({ code: null, hidden: true }) },
  { name: "card-preparing", draw: () => card({ code: null, points: null }) },
  { name: "card-clock", draw: () => card({ clockJumped: true }) },
  {
    name: "card-no-key",
    draw: () => card({ code: null, keyTrouble: { offline: true, busy: false, onRetry: nothing } }),
  },
  {
    name: "card-long-name",
    draw: () => card({ member: { ...xiaomei, name: "阿依古丽·买买提江·阿不都热合曼" } }),
  },
  {
    name: "card-offline",
    banner: <BannersView {...banners} online={false} />,
    draw: () => card(),
  },
  { name: "card-update", banner: <BannersView {...banners} updateReady />, draw: () => card() },
];
