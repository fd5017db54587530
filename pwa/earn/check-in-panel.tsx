import { CalendarDays, Check, Gift } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button, Dialog, Panel } from "../../shared/ui/index.ts";
import type { Earn } from "./data.ts";
import { MonthGrid } from "./month-grid.tsx";
import { earnWords } from "./words.ts";
import "./check-in-panel.css";

type CheckIn = NonNullable<Earn["checkIn"]>;

export interface CheckInPanelProps {
  checkIn: CheckIn;
  today: string;
  busy: boolean;
  onCheckIn: () => void;
  /** For the bench: the calendar already open. */
  calendar?: boolean;
}

/** The round of days: what is done, what today brings, where the extra is. */
export function CheckInPanel(props: CheckInPanelProps) {
  const { checkIn, today, busy, onCheckIn } = props;
  const [open, setOpen] = useState(props.calendar ?? false);
  const t = earnWords.value.earn;
  const now = checkIn.round.find((day) => day.day === today);
  const next = checkIn.round.find((day) => day.state === "ahead");
  return (
    <Panel
      title={t.checkInTitle}
      action={
        <Button
          size="s"
          variant="quiet"
          icon={<CalendarDays />}
          onClick={() => setOpen(true)}
        >
          {t.calendar}
        </Button>
      }
    >
      <p class="soft">{checkIn.streak > 0 ? t.streak(checkIn.streak) : t.streakNone}</p>
      <ol class="round-days" data-many={checkIn.round.length > 7}>
        {checkIn.round.map((day) => <Stamp key={day.day} day={day} />)}
      </ol>
      {checkIn.doneToday
        ? (
          <p class="checked-in" role="status">
            <Check aria-hidden="true" />
            <span>
              <strong>{t.checkedIn}</strong>
              {next && <span class="soft">{t.tomorrow(next.points)}</span>}
            </span>
          </p>
        )
        : (
          <Button variant="primary" size="l" block busy={busy} onClick={onCheckIn}>
            {t.checkIn(now?.points ?? checkIn.points)}
          </Button>
        )}
      <Dialog open={open} title={t.calendar} onClose={() => setOpen(false)}>
        <MonthGrid days={checkIn.days} today={today} />
      </Dialog>
    </Panel>
  );
}

function Stamp(props: { day: CheckIn["round"][number] }) {
  const { day } = props;
  const t = earnWords.value.earn;
  const said = { done: t.dayDone, today: t.dayToday, ahead: t.dayAhead }[day.state];
  return (
    <li class="stamp" data-state={day.state} data-bonus={day.bonus > 0}>
      <span class="sr-only">{said(day.place, day.points)}</span>
      <span class="stamp-face" aria-hidden="true">
        {day.state === "done" ? <Check /> : day.bonus > 0 ? <Gift /> : t.plus(day.points)}
      </span>
      <span class="stamp-day numbers" aria-hidden="true">
        {day.bonus > 0 ? t.plus(day.points) : day.place}
      </span>
    </li>
  );
}
