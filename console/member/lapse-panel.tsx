import { useState } from "preact/hooks";
import { dayOf } from "../../shared/business-day.ts";
import type { LotView } from "../../shared/members/member.ts";
import { lapseCalendar, type LapseDay } from "../../shared/points/lot.ts";
import { Button, Dialog, formats, lang, Panel, Table } from "../../shared/ui/index.ts";
import { kindName } from "./reason-words.ts";
import { words } from "./words.ts";

/** Days that the panel lists before the rest hides behind a button. */
const SHOWN = 5;

/** When which points lapse: by month at a glance, by day below, by lot on request. */
export function LapsePanel({ lots }: { lots: readonly LotView[] }) {
  const t = words.value;
  const [all, setAll] = useState(false);
  const open = lots.filter((lot) => lot.remaining > 0);
  const days = lapseCalendar(open, Date.now());
  return (
    <Panel title={t.lots}>
      {days.length === 0 && <p class="soft">{t.lotsNone}</p>}
      {days.length > 0 && (
        <>
          <p class="small soft">{t.lotsHint}</p>
          <Months days={days} />
          <ul class="lapse-days">
            {days.slice(0, SHOWN).map((day) => <LapseLine key={day.lastOn} day={day} />)}
          </ul>
          <Button size="s" data-act="lots" onClick={() => setAll(true)}>
            {t.lotsAll(open.length)}
          </Button>
        </>
      )}
      <Dialog open={all} size="l" title={t.lots} onClose={() => setAll(false)}>
        <LotTable lots={open} />
      </Dialog>
    </Panel>
  );
}

function LapseLine({ day }: { day: LapseDay }) {
  const t = words.value;
  return (
    <li>
      <span>{day.lastOn ? t.lotsUntil(day.lastOn) : t.lotsNever}</span>
      <span class="lapse-points numbers">
        {formats.value.count(day.points)}
        {day.pendingPoints > 0 && (
          <span class="small soft">{` ${t.lotsPending(day.pendingPoints)}`}</span>
        )}
      </span>
    </li>
  );
}

/** Twelve months from this one; the height of a bar is its share of the fullest month. */
function Months({ days }: { days: readonly LapseDay[] }) {
  const t = words.value;
  const f = formats.value;
  const first = dayOf(Date.now());
  const months = Array.from({ length: 12 }, (_, index) => {
    const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + index;
    const month = `${Math.floor(count / 12)}-${String(count % 12 + 1).padStart(2, "0")}`;
    const points = days.filter((day) => day.lastOn?.startsWith(month))
      .reduce((sum, day) => sum + day.points, 0);
    return { month, points };
  });
  const most = Math.max(...months.map((each) => each.points), 1);
  const short = new Intl.DateTimeFormat(lang.value, {
    month: lang.value === "zh-CN" ? "numeric" : "narrow",
    timeZone: "UTC",
  });
  const title = t.calendar(`${first.slice(0, 4)}–${months[11]?.month.slice(0, 4)}`);
  return (
    <ul class="months" aria-label={title}>
      {months.map(({ month, points }) => (
        <li key={month} title={`${f.month(`${month}-01`)}: ${f.count(points)}`}>
          <span class="month-bar" aria-hidden="true">
            <span style={{ height: `${(points / most) * 100}%` }} />
          </span>
          <span aria-hidden="true" class="month-name">
            {short.format(new Date(`${month}-01T00:00:00Z`)).replace("月", "")}
          </span>
          <span class="sr-only">{`${f.month(`${month}-01`)}: ${f.count(points)}`}</span>
        </li>
      ))}
    </ul>
  );
}

function LotTable({ lots }: { lots: readonly LotView[] }) {
  const t = words.value;
  const f = formats.value;
  const zh = lang.value === "zh-CN";
  return (
    <Table
      caption={t.lots}
      rows={lots}
      rowKey={(lot) => lot.id}
      columns={[
        {
          key: "until",
          title: t.lotUntil,
          cell: (lot) => lot.lapsesAt === null ? t.lotsNever : f.date(lot.lapsesAt - 1),
        },
        {
          key: "left",
          title: t.lotLeft,
          numeric: true,
          cell: (lot) => `${f.count(lot.remaining)} / ${f.count(lot.original)}`,
        },
        { key: "earned", title: t.lotEarned, cell: (lot) => f.date(lot.earnedAt) },
        {
          key: "from",
          title: t.lotFrom,
          cell: (lot) =>
            [kindName(lot.kind), zh ? lot.storeNameZh : lot.storeNameEn].filter(Boolean)
              .join(" · "),
        },
      ]}
    />
  );
}
