import { ScrollText, Sprout } from "lucide-preact";
import { EmptyState, List, Panel, Row, Skeleton } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { CheckInPanel } from "./check-in-panel.tsx";
import type { Earn } from "./data.ts";
import { SurveysPanel, WaysPanel } from "./ways-panel.tsx";
import { words } from "../words.ts";
import { earnWords } from "./words.ts";

export interface EarnViewProps {
  earn: Loaded<Earn>;
  /** What is being done now. */
  busy: "check-in" | "profile" | "share" | null;
  onRetry: () => void;
  onCheckIn: () => void;
  onCollectProfile: () => void;
  onShareCard: () => void;
  /** For the bench. */
  calendar?: boolean;
}

/** Points without buying: today's check-in first, then what takes a minute, then what takes a friend. */
export function EarnView(props: EarnViewProps) {
  const { earn, onRetry } = props;
  const t = earnWords.value.earn;
  return (
    <Screen title={t.title} backTo={PATHS.points}>
      <Part of={earn} onRetry={onRetry} waiting={<Waiting />}>
        {(data) => <Ways {...props} data={data} />}
      </Part>
      <Panel flush>
        <List>
          <Row href={PATHS.programme} lead={<ScrollText />} title={words.value.points.how} />
        </List>
      </Panel>
    </Screen>
  );
}

function Ways(props: EarnViewProps & { data: Earn }) {
  const { data, busy } = props;
  const t = earnWords.value.earn;
  const { checkIn, surveys, profile, referral, share, birthday, festivals } = data;
  const none = !checkIn && !profile && !referral && !share && !birthday &&
    surveys.length === 0 && festivals.length === 0;
  if (none) return <EmptyState icon={<Sprout />} title={t.nothing}>{t.nothingHint}</EmptyState>;
  return (
    <>
      {data.monthPoints > 0 && <p class="soft">{t.monthLead(data.monthPoints)}</p>}
      {checkIn && (
        <CheckInPanel
          checkIn={checkIn}
          today={data.today}
          busy={busy === "check-in"}
          onCheckIn={props.onCheckIn}
          calendar={props.calendar ?? false}
        />
      )}
      <SurveysPanel surveys={surveys} />
      <WaysPanel {...props} />
    </>
  );
}

function Waiting() {
  return (
    <div class="stack" aria-hidden="true">
      <Skeleton height="14rem" />
      <Skeleton height="9rem" />
    </div>
  );
}
