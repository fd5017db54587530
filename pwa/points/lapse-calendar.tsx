import { CalendarClock } from "lucide-preact";
import { dayOf, daysBetween } from "../../shared/business-day.ts";
import type { LotView } from "../../shared/members/member.ts";
import { lapseCalendar, type LapseDay } from "../../shared/points/lot.ts";
import { Badge, EmptyState, formats, lang, Panel, PointsText } from "../../shared/ui/index.ts";
import { nameIn } from "../shell/name-in.ts";
import { words } from "../words.ts";
import { reasonWords } from "./data.ts";
import "./lapse-calendar.css";

/** Days until which a coming lapse is called soon. */
const SOON_DAYS = 30;

/** Every coming lapse, soonest first, with the lots behind it. `now` in server ms. */
export function LapseCalendar(props: { lots: readonly LotView[]; now: number }) {
  const { lots, now } = props;
  const t = words.value.points;
  const days = lapseCalendar(lots, now);
  if (days.length === 0) {
    return <EmptyState icon={<CalendarClock />} title={t.lotsEmpty}>{t.lotsEmptyHint}</EmptyState>;
  }
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  return (
    <ol class="lapse">
      {days.map((day) => (
        <li key={day.lastOn ?? "never"}>
          <LapsePanel
            day={day}
            now={now}
            lots={day.lotIds.map((id) => byId.get(id)).filter((lot) => lot !== undefined)}
          />
        </li>
      ))}
    </ol>
  );
}

function LapsePanel(props: { day: LapseDay; lots: readonly LotView[]; now: number }) {
  const { day, lots, now } = props;
  const t = words.value.points;
  const left = day.lastOn === null ? null : daysBetween(dayOf(now), day.lastOn);
  const soon = left !== null && left <= SOON_DAYS;
  return (
    <Panel class={soon ? "lapse-soon" : ""}>
      <div class="inline apart">
        <h3 class="lapse-day">{day.lastOn === null ? t.never : t.lastDay(day.lastOn)}</h3>
        <PointsText points={day.points} size="l" />
      </div>
      {left !== null && (
        <div>
          <Badge tone={soon ? "warn" : "plain"}>{t.daysLeft(left)}</Badge>
        </div>
      )}
      <ul class="lapse-lots">
        {lots.map((lot) => <LotLine key={lot.id} lot={lot} now={now} />)}
      </ul>
    </Panel>
  );
}

function LotLine(props: { lot: LotView; now: number }) {
  const { lot, now } = props;
  const t = words.value.points;
  const kind = reasonWords.value.kinds[lot.kind] ?? t.otherKind;
  const store = nameIn(lang.value, lot, "storeName");
  return (
    <li>
      <span>
        {kind}
        <small>{t.lotFrom(lot.earnedAt, store || null)}</small>
      </span>
      <span class="lapse-left">
        {formats.value.count(lot.remaining)}
        {lot.remaining !== lot.original && <small>{t.lotOf(lot.remaining, lot.original)}</small>}
        {lot.availableAt > now && <small>{t.lotPending(lot.availableAt)}</small>}
      </span>
    </li>
  );
}
