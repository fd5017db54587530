import { Plus, Trash2 } from "lucide-preact";
import { Button, Field, IconButton } from "../../shared/ui/index.ts";
import { Chips } from "./chips.tsx";
import type { PathForm } from "./path-form.ts";
import { words } from "./words.ts";

interface DayProps<D, I> {
  path: string;
  value: readonly number[];
  form: PathForm<D, I>;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

export function WeekdayChips<D, I>({ path, value, form }: DayProps<D, I>) {
  const t = words.value.when;
  return (
    <Chips
      even
      labelHidden
      label={t.names.weekdays}
      options={upTo(7).map((day) => ({ value: day, label: t.weekdays[day - 1] }))}
      value={value}
      error={form.error(path) && t.chooseOne}
      onChange={(days) => form.put(path, days)}
    />
  );
}

export function MonthDayChips<D, I>({ path, value, form }: DayProps<D, I>) {
  const t = words.value.when;
  return (
    <>
      <Chips
        even
        labelHidden
        label={t.names.monthDays}
        options={upTo(31).map((day) => ({ value: day, label: String(day) }))}
        value={value}
        error={form.error(path) && t.chooseOne}
        onChange={(days) => form.put(path, days)}
      />
      {value.some((day) => day > 28) && <p class="small soft">{t.shortMonths}</p>}
    </>
  );
}

/** Windows of the day; one that ends before it starts goes over midnight. */
export function HourFields<D, I>(
  props: {
    path: string;
    value: readonly { from: string; to: string }[];
    form: PathForm<D, I>;
  },
) {
  const { path, value, form } = props;
  const t = words.value.when;
  const night = value.some(({ from, to }) => from.length === 5 && to.length === 5 && from > to);
  return (
    <>
      <ul class="hour-rows">
        {value.map((_, i) => (
          <li key={i} class="hour-row" aria-label={t.window(i + 1)}>
            <Field
              label={t.hourFrom}
              placeholder="14:00"
              maxLength={5}
              autocomplete="off"
              {...form.field(`${path}.${i}.from`)}
              error={form.error(`${path}.${i}.from`) && t.clock}
            />
            <Field
              label={t.hourTo}
              placeholder="16:00"
              maxLength={5}
              autocomplete="off"
              {...form.field(`${path}.${i}.to`)}
              error={form.error(`${path}.${i}.to`) && t.clock}
            />
            {value.length > 1
              ? (
                <IconButton
                  label={t.removeWindow(i + 1)}
                  icon={<Trash2 />}
                  onClick={() => form.put(path, value.filter((_, at) => at !== i))}
                />
              )
              : <span />}
          </li>
        ))}
      </ul>
      {night && <p class="small soft">{t.overMidnight}</p>}
      <div>
        <Button
          size="s"
          icon={<Plus />}
          disabled={value.length >= 12}
          onClick={() => form.put(path, [...value, { from: "", to: "" }])}
        >
          {t.addWindow}
        </Button>
      </div>
    </>
  );
}
