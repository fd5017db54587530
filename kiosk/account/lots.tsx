import { CalendarClock, Infinity as Forever } from "lucide-preact";
import { dayOf, daysBetween } from "../../shared/business-day.ts";
import type { LotView } from "../../shared/members/member.ts";
import { lapseCalendar, type LapseDay } from "../../shared/points/lot.ts";
import { Badge, EmptyState, formats, LoadingState, PointsText } from "../../shared/ui/index.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { storeNameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { Frame } from "../visit/frame.tsx";
import { account, loadAccount, points } from "../visit/visit.ts";
import { reasonWords, words } from "../words.ts";

/** Days ahead in which a lapse is marked as near. */
const NEAR_DAYS = 30;

/** Every coming lapse, day by day, with the lots behind it. */
export function Lots() {
  const t = words.value.lots;
  const loaded = account.value;
  return (
    <Frame tabs class="lots">
      <div class="stack">
        <h1 class="frame-title">{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadAccount} />}
      {loaded.state === "ready" && <Calendar lots={loaded.value.lots} />}
    </Frame>
  );
}

function Calendar(props: { lots: LotView[] }) {
  const t = words.value.lots;
  const days = lapseCalendar(props.lots, serverNow());
  if (days.length === 0) {
    return <EmptyState icon={<CalendarClock />} title={t.empty}>{t.emptyHint}</EmptyState>;
  }
  return (
    <>
      {points.value && (
        <p class="lots-total">
          <span class="soft">{t.total}</span>
          <PointsText points={points.value.spendable} size="hero" />
        </p>
      )}
      <ol class="lapse-days" aria-label={t.calendar}>
        {days.map((day) => (
          <Day
            key={day.lastOn ?? "never"}
            day={day}
            lots={props.lots.filter((lot) => day.lotIds.includes(lot.id))}
          />
        ))}
      </ol>
    </>
  );
}

function Day(props: { day: LapseDay; lots: LotView[] }) {
  const { lastOn, points: sum } = props.day;
  const t = words.value.lots;
  const f = formats.value;
  const today = dayOf(serverNow());
  const left = lastOn === null ? null : daysBetween(today, lastOn);
  const near = left !== null && left <= NEAR_DAYS;
  return (
    <li class={`lapse-day ${near ? "lapse-near" : ""}`}>
      <div class="lapse-when">
        {lastOn === null
          ? (
            <>
              <Forever aria-hidden="true" />
              <strong>{t.forever}</strong>
            </>
          )
          : (
            <>
              <span class="small soft">{t.lastDay}</span>
              <strong>{f.day(lastOn)}</strong>
              <Badge tone={near ? "warn" : "plain"}>
                {left === 0 ? t.lastDayToday : t.daysLeft(left ?? 0)}
              </Badge>
            </>
          )}
      </div>
      <ul class="lapse-lots">
        {props.lots.map((lot) => <Lot key={lot.id} lot={lot} alone={props.lots.length === 1} />)}
      </ul>
      <PointsText points={sum} size="l" />
    </li>
  );
}

function Lot(props: { lot: LotView; alone: boolean }) {
  const { lot } = props;
  const t = words.value.lots;
  const kind = reasonWords.value.kinds[lot.kind] ?? lot.kind;
  return (
    <li>
      <span>{kind}</span>
      <span class="small soft">{t.earned(lot.earnedAt, storeNameOf(lot))}</span>
      {lot.availableAt > serverNow() && <Badge tone="info">{t.pendingUntil(lot.availableAt)}
      </Badge>}
      {!props.alone && (
        <span class="lapse-lot-points numbers">{formats.value.count(lot.remaining)}</span>
      )}
    </li>
  );
}
