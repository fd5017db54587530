import { Gift as GiftIcon, Hourglass, ScrollText, TriangleAlert } from "lucide-preact";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import { Button, List, LoadingState, Panel } from "../../shared/ui/index.ts";
import { GiftCard } from "../gifts/gift-card.tsx";
import { TroubleState } from "../problems/trouble.tsx";
import { Frame } from "../visit/frame.tsx";
import { account, gifts, goTo, load, points, scan } from "../visit/visit.ts";
import { words } from "../words.ts";
import { HistoryRowView } from "./history.tsx";
import { EarnMore } from "./earn-more.tsx";
import { MemberCard } from "./member-card.tsx";
import "./style.css";

/** Gifts shown on the first page. */
const SHOWN_GIFTS = 3;
/** History rows shown on the first page. */
const SHOWN_ROWS = 4;

/** The member's first page: points, what lapses, what they could have, what happened last. */
export function Home() {
  const open = scan.value;
  const summary = points.value;
  if (!open || !summary) return null;
  return (
    <Frame tabs class="home">
      <MemberCard member={open.member} points={summary} />
      <Notices points={summary} />
      <WithinReach />
      <Recent />
      <EarnMore />
    </Frame>
  );
}

function Notices(props: { points: PointsSummary }) {
  const { lapsingSoon, lapsesNextAt, debt } = props.points;
  const t = words.value.home;
  return (
    <>
      {debt > 0 && (
        <p class="notice notice-debt">
          <TriangleAlert aria-hidden="true" />
          <span>{t.debt(debt)}</span>
        </p>
      )}
      {lapsingSoon > 0 && lapsesNextAt !== null && (
        <div class="notice notice-lapse">
          <Hourglass aria-hidden="true" />
          <p>
            <strong>{t.lapsingSoon(lapsingSoon)}</strong>
            <span>{t.lapsesOn(lapsesNextAt)}</span>
          </p>
          <Button onClick={() => goTo("gifts")}>{t.useThem}</Button>
        </div>
      )}
    </>
  );
}

function WithinReach() {
  const t = words.value.home;
  const loaded = gifts.value;
  const all = (
    <Button variant="quiet" icon={<GiftIcon />} onClick={() => goTo("gifts")}>{t.allGifts}</Button>
  );
  return (
    <section class="stack home-gifts">
      <div class="inline apart">
        <h2>{t.giftsTitle}</h2>
        {all}
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={load} />}
      {loaded.state === "ready" && <BestGifts gifts={loaded.value} />}
    </section>
  );
}

/** The dearest gifts that the member can have now; else the next ones to save for. */
function BestGifts(props: { gifts: GiftView[] }) {
  const within = props.gifts.filter((gift) => !gift.refused).sort((a, b) => b.points - a.points);
  const next = props.gifts
    .filter((gift) => gift.refused === "points-short" || gift.refused === "debt-open")
    .sort((a, b) => a.points - b.points);
  const shown = [...within, ...next].slice(0, SHOWN_GIFTS);
  return (
    <>
      {within.length === 0 && <p class="soft">{words.value.home.giftsNone}</p>}
      <ul class="home-gift-row">
        {shown.map((gift) => <GiftCard key={gift.id} gift={gift} small />)}
      </ul>
    </>
  );
}

function Recent() {
  const t = words.value.home;
  const loaded = account.value;
  if (loaded.state !== "ready") return null;
  const rows = loaded.value.history.rows.slice(0, SHOWN_ROWS);
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t.recent}
      action={
        <Button variant="quiet" icon={<ScrollText />} onClick={() => goTo("history")}>
          {t.allHistory}
        </Button>
      }
    >
      <List>{rows.map((row) => <HistoryRowView key={row.seq} row={row} />)}</List>
    </Panel>
  );
}
