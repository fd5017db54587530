import { Copy, Send, Users } from "lucide-preact";
import {
  Badge,
  Button,
  EmptyState,
  formats,
  List,
  Panel,
  QrCode,
  Row,
} from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import type { Earn } from "./data.ts";
import { earnWords } from "./words.ts";
import "./invite-view.css";

type Referral = NonNullable<Earn["referral"]>;
type Friend = Referral["friends"][number];

export interface InviteViewProps {
  earn: Loaded<Earn>;
  invitation: Loaded<{ code: string; link: string }>;
  onRetry: () => void;
  onSend: () => void;
  onCopy: () => void;
}

/** The member's invitation: a code to scan, to send or to say, and who has come. */
export function InviteView(props: InviteViewProps) {
  const { earn, onRetry } = props;
  const t = earnWords.value;
  return (
    <Screen title={t.referral.title} backTo={PATHS.earn}>
      <Part of={earn} onRetry={onRetry}>
        {({ referral }) =>
          referral
            ? <Inviting {...props} referral={referral} />
            : <EmptyState icon={<Users />} title={t.earn.nothing}>{t.earn.nothingHint}</EmptyState>}
      </Part>
    </Screen>
  );
}

function Inviting(props: InviteViewProps & { referral: Referral }) {
  const { invitation, referral, onRetry, onSend, onCopy } = props;
  const t = earnWords.value.referral;
  return (
    <>
      <p class="invite-lead">{t.lead(referral.referrerPoints, referral.friendPoints)}</p>
      <p class="small soft">
        {t.rule(referral.minSaleFen, referral.waitDays, referral.maxPerMonth)}
      </p>
      <Part of={invitation} onRetry={onRetry}>
        {({ code, link }) => (
          <Panel>
            <div class="invite-code">
              <QrCode text={link} label={t.qr} />
              <p class="small soft">{t.qrHint}</p>
              <p class="invite-letters">
                <span class="sr-only">{t.code}</span>
                <span class="numbers">{code.slice(0, 4)} {code.slice(4)}</span>
              </p>
            </div>
            <Button variant="primary" size="l" block icon={<Send />} onClick={onSend}>
              {t.send}
            </Button>
            <Button block icon={<Copy />} onClick={onCopy}>{t.copy}</Button>
          </Panel>
        )}
      </Part>
      <Friends referral={referral} />
    </>
  );
}

function Friends(props: { referral: Referral }) {
  const { friends, paidThisMonth, maxPerMonth } = props.referral;
  const t = earnWords.value.referral;
  return (
    <Panel title={t.friends} action={<Badge>{t.month(paidThisMonth, maxPerMonth)}</Badge>} flush>
      {friends.length === 0
        ? <EmptyState icon={<Users />} title={t.noFriends}>{t.noFriendsHint}</EmptyState>
        : (
          <List>
            {friends.map((friend) => (
              <Row
                key={`${friend.nameMasked} ${friend.joinedAt}`}
                title={friend.nameMasked}
                detail={detailOf(friend)}
                end={friend.points > 0 && (
                  <Badge tone={friend.state === "paid" ? "good" : "info"}>
                    {earnWords.value.earn.plus(friend.points)}
                  </Badge>
                )}
              />
            ))}
          </List>
        )}
    </Panel>
  );
}

const detailOf = (friend: Friend): string => {
  const t = earnWords.value.referral;
  const when = friend.state === "waits-until" && friend.at !== null
    ? t.until(friend.at)
    : friend.at !== null
    ? formats.value.monthDay(friend.at)
    : t.joined(friend.joinedAt);
  return `${t.states[friend.state]} · ${when}`;
};
