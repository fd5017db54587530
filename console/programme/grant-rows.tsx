import { Plus, Trash2 } from "lucide-preact";
import { dayOf } from "../../shared/business-day.ts";
import { festivalDay, type FestivalId, festivalIds } from "../../shared/calendar/festival.ts";
import { Button, Field, IconButton, SelectField } from "../../shared/ui/index.ts";
import { dayWithWeekday, festivalName } from "./day-words.ts";
import type { GrantsForm } from "./grants-panel.tsx";
import { whole } from "./inputs.ts";
import { words } from "./words.ts";

/** The next time a festival comes. */
const nextDay = (id: FestivalId): string => {
  const today = dayOf(Date.now());
  const year = Number(today.slice(0, 4));
  const on = festivalDay(id, year);
  return on >= today ? on : festivalDay(id, year + 1);
};

/** Festivals on which everybody gets points; each festival once. */
export function FestivalGifts({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  const gifts = form.draft.grants.festivals;
  const free = festivalIds.filter((id) => !gifts.some((gift) => gift.festivalId === id));
  return (
    <>
      {gifts.length > 0 && (
        <ul class="hour-rows">
          {gifts.map((gift, i) => (
            <li key={gift.festivalId} class="hour-row" aria-label={festivalName(gift.festivalId)}>
              <SelectField
                label={t.festival}
                hint={dayWithWeekday(nextDay(gift.festivalId))}
                value={gift.festivalId}
                options={[gift.festivalId, ...free]
                  .map((value) => ({ value, label: festivalName(value) }))}
                onChange={(id) =>
                  form.put(`grants.festivals.${i}.festivalId`, id)}
              />
              <Field label={t.points} {...whole} {...form.field(`grants.festivals.${i}.points`)} />
              <IconButton
                label={t.removeFestival(festivalName(gift.festivalId))}
                icon={<Trash2 />}
                onClick={() =>
                  form.put(
                    "grants.festivals",
                    gifts.filter((_, at) =>
                      at !== i
                    ),
                  )}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          size="s"
          icon={<Plus />}
          disabled={free.length === 0}
          onClick={() =>
            form.put("grants.festivals", [...gifts, { festivalId: free[0], points: "20" }])}
        >
          {t.addFestival}
        </Button>
      </div>
    </>
  );
}

/** More on the so-many-th day in a row. */
export function Streaks({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  const streaks = form.draft.grants.checkIn?.streaks ?? [];
  return (
    <>
      <ul class="hour-rows">
        {streaks.map((_, i) => (
          <li key={i} class="hour-row" aria-label={t.streak(i + 1)}>
            <Field
              label={t.streakDays}
              {...whole}
              {...form.field(`grants.checkIn.streaks.${i}.days`)}
            />
            <Field
              label={t.streakPoints}
              {...whole}
              {...form.field(`grants.checkIn.streaks.${i}.points`)}
            />
            <IconButton
              label={t.removeStreak(i + 1)}
              icon={<Trash2 />}
              onClick={() =>
                form.put("grants.checkIn.streaks", streaks.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="s"
          icon={<Plus />}
          disabled={streaks.length >= 12}
          onClick={() => form.put("grants.checkIn.streaks", [...streaks, { days: "", points: "" }])}
        >
          {t.addStreak}
        </Button>
      </div>
      {form.error("grants.checkIn.streaks") && (
        <p class="field-note field-error" role="alert">{t.streakTwice}</p>
      )}
    </>
  );
}
