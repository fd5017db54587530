import { Coins, Gift, QrCode, UserRound } from "lucide-preact";
import { useLocation } from "preact-iso";
import { words } from "../words.ts";
import { BASE, PATHS } from "./base.ts";

const MINE = [PATHS.me, PATHS.profile, PATHS.pin, PATHS.devices, PATHS.notices];

const POINTS = [PATHS.points, PATHS.tiers, PATHS.transfers, PATHS.earn];

/** The four rooms, at the thumb. */
export function TabBar() {
  const { path } = useLocation();
  const t = words.value.tabs;
  const tabs = [
    { href: PATHS.card, label: t.card, icon: <QrCode />, on: path === BASE || path === "/card" },
    {
      href: PATHS.points,
      label: t.points,
      icon: <Coins />,
      on: POINTS.some((each) => path.startsWith(each)),
    },
    {
      href: PATHS.gifts,
      label: t.gifts,
      icon: <Gift />,
      on: path.startsWith(PATHS.gifts) || path.startsWith(`${BASE}claims`),
    },
    { href: PATHS.me, label: t.me, icon: <UserRound />, on: MINE.some((each) => path === each) },
  ];
  return (
    <nav class="tab-bar" aria-label={t.label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.on ? "page" : undefined}>
          <span aria-hidden="true">{tab.icon}</span>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
