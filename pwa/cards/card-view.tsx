import { Banner, Button, ErrorState } from "../../shared/ui/index.ts";
import type { MemberProfile, PointsSummary } from "../../shared/members/member.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import { CodePaper, type CodePaperProps } from "./code-paper.tsx";
import { MembershipCard } from "./membership-card.tsx";

export interface CardViewProps extends CodePaperProps {
  member: MemberProfile;
  points: PointsSummary | null;
  /** This phone has no card key and could not get one. */
  keyTrouble?: { offline: boolean; onRetry: () => void; busy: boolean } | null;
  clockJumped?: boolean;
  onSyncClock?: () => void;
}

/** The member code under the membership card. */
export function CardView(props: CardViewProps) {
  const { member, points, keyTrouble, clockJumped, onSyncClock } = props;
  const t = words.value.card;
  return (
    <Screen title={t.title} headless>
      <MembershipCard member={member} points={points} />
      {clockJumped && (
        <Banner
          tone="warn"
          title={t.clockTitle}
          action={<Button size="s" onClick={onSyncClock}>{t.clockSync}</Button>}
        >
          {t.clockHint}
        </Banner>
      )}
      {keyTrouble
        ? (
          <section class="code-paper">
            <ErrorState
              offline={keyTrouble.offline}
              title={t.needOnline}
              hint={t.needOnlineHint}
              onRetry={keyTrouble.onRetry}
              busy={keyTrouble.busy}
            />
          </section>
        )
        : <CodePaper {...props} />}
    </Screen>
  );
}
