import { signal } from "@preact/signals";
import { Cake } from "lucide-preact";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { listBirthdays } from "../../shared/grants/endpoints.ts";
import { Badge, EmptyState, List, Panel, Row, Segmented } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { birthdayText } from "../member/birthday-text.ts";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Day = AnswerOf<typeof listBirthdays>["days"][number];

const chosenBrand = signal<string | null>(null);
const daysAhead = signal<"7" | "14" | "31">("7");

/** Who celebrates in the days ahead: for a call, a cake at the counter, a stock of gifts. */
export function BirthdaysScreen() {
  const t = words.value;
  const { brands } = usePlaces();
  const brandId = chosenBrand.value ?? brands[0]?.id ?? null;
  const days = daysAhead.value;
  const loaded = useLoad(
    `birthdays:${brandId}:${days}`,
    (abort) =>
      brandId
        ? ask(listBirthdays, { query: { brandId, days: Number(days) }, signal: abort })
        : Promise.resolve({ days: [] }),
    { linger: true },
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="inline">
        <BrandChoice value={brandId} onChange={(id) => chosenBrand.value = id} />
        <Segmented
          label={t.ahead}
          value={days}
          options={(["7", "14", "31"] as const).map((value) => ({
            value,
            label: t.days(Number(value)),
          }))}
          onChange={(value) => daysAhead.value = value}
        />
      </div>
      <WhenLoaded from={loaded}>
        {(found) => {
          const some = found.days.filter((day) => day.total > 0);
          return some.length === 0
            ? <EmptyState icon={<Cake />} title={t.none} />
            : (
              <div class="stack">
                {some.map((day) => (
                  <DayPanel key={day.on} day={day} today={day.on === found.days[0]?.on} />
                ))}
              </div>
            );
        }}
      </WhenLoaded>
    </Page>
  );
}

function DayPanel({ day, today }: { day: Day; today: boolean }) {
  const t = words.value;
  const more = day.total - day.members.length;
  return (
    <Panel
      flush
      title={today ? `${t.today} · ${t.on(day.on)}` : t.on(day.on)}
      action={<Badge tone={today ? "gold" : "plain"}>{t.count(day.total)}</Badge>}
    >
      <List>
        {day.members.map((member) => (
          <Row
            key={member.memberId}
            href={`/console/members/${member.memberId}`}
            lead={<Cake />}
            title={member.nameMasked}
            detail={birthdayText(member.birthday.on, member.birthday.calendar)}
          />
        ))}
      </List>
      {more > 0 && (
        <p class="soft small" style={{ padding: "0 var(--s4) var(--s3)" }}>{t.more(more)}</p>
      )}
    </Panel>
  );
}
