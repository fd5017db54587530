import { Cake, ClipboardList, PartyPopper, Share2, UserCheck, UserPlus } from "lucide-preact";
import { Badge, List, Panel, Row } from "../../shared/ui/index.ts";
import type { FestivalId } from "../../shared/calendar/festival.ts";
import { PATHS } from "../shell/base.ts";
import { lang } from "../../shared/ui/index.ts";
import type { Earn } from "./data.ts";
import type { EarnViewProps } from "./earn-view.tsx";
import { calendarWords, earnWords } from "./words.ts";

const titleOf = (survey: { titleZh: string; titleEn: string }) =>
  lang.value === "en" ? survey.titleEn || survey.titleZh : survey.titleZh;

/** Surveys that are open for this member. */
export function SurveysPanel(props: { surveys: Earn["surveys"] }) {
  const { surveys } = props;
  const t = earnWords.value.earn;
  if (surveys.length === 0) return null;
  return (
    <Panel title={t.surveys} flush>
      <List>
        {surveys.map((survey) => (
          <Row
            key={survey.id}
            lead={<ClipboardList />}
            title={titleOf(survey)}
            detail={t.surveyMeta(survey.questions, survey.closesAt)}
            {...(survey.answered ? {} : { href: PATHS.survey(survey.id) })}
            end={survey.answered
              ? <Badge tone="good">{t.answered}</Badge>
              : survey.points > 0 && <Plus points={survey.points} />}
          />
        ))}
      </List>
    </Panel>
  );
}

function Plus(props: { points: number }) {
  return <Badge tone="gold">{earnWords.value.earn.plus(props.points)}</Badge>;
}

/** Everything else, what can be done now before what comes by itself. */
export function WaysPanel(props: EarnViewProps & { data: Earn }) {
  const { data } = props;
  const { profile, referral, share, birthday, festivals } = data;
  if (!profile && !referral && !share && !birthday && festivals.length === 0) return null;
  return (
    <Panel title={earnWords.value.earn.ways} flush>
      <List>
        <ProfileRow {...props} />
        <FriendRows {...props} />
        <ComingRows data={data} />
      </List>
    </Panel>
  );
}

function ProfileRow(props: EarnViewProps & { data: Earn }) {
  const { profile } = props.data;
  const t = earnWords.value.earn;
  if (!profile) return null;
  if (profile.done) {
    return (
      <Row
        lead={<UserCheck />}
        title={t.profile}
        end={<Badge tone="good">{t.profileDone}</Badge>}
      />
    );
  }
  const ready = profile.missing.length === 0;
  return (
    <Row
      lead={<UserCheck />}
      title={t.profile}
      detail={ready ? t.profileReady : t.profileMissing(profile.missing.map((p) => t.parts[p]))}
      end={<Plus points={profile.points} />}
      {...(ready
        ? { onClick: props.onCollectProfile, disabled: props.busy === "profile" }
        : { href: PATHS.profile })}
    />
  );
}

function FriendRows(props: EarnViewProps & { data: Earn }) {
  const { referral, share } = props.data;
  const t = earnWords.value.earn;
  return (
    <>
      {referral && (
        <Row
          href={PATHS.invite}
          lead={<UserPlus />}
          title={t.referral}
          detail={t.referralHint(referral.referrerPoints, referral.friendPoints)}
          end={<Plus points={referral.referrerPoints} />}
        />
      )}
      {share && (
        <Row
          lead={<Share2 />}
          title={t.shareCard}
          detail={`${t.shareHint(share.points, share.maxPerDay)} · ${
            t.shareToday(share.paidToday, share.maxPerDay)
          }`}
          onClick={props.onShareCard}
          disabled={props.busy === "share"}
          end={<Plus points={share.points} />}
        />
      )}
    </>
  );
}

function ComingRows(props: { data: Earn }) {
  const { birthday, festivals } = props.data;
  const t = earnWords.value.earn;
  return (
    <>
      {birthday && (
        <Row
          lead={<Cake />}
          title={t.birthday}
          detail={birthday.on === null
            ? t.birthdayUnknown
            : birthday.when === "day"
            ? t.birthdayOn(birthday.on)
            : t.birthdayWhen[birthday.when]}
          end={<Plus points={birthday.points} />}
          {...(birthday.on === null ? { href: PATHS.profile } : {})}
        />
      )}
      {festivals.map((gift) => (
        <Row
          key={`${gift.festivalId} ${gift.on}`}
          lead={<PartyPopper />}
          title={t.festivalGift(
            calendarWords.value.festivals[gift.festivalId as FestivalId],
          )}
          detail={t.festivalOn(gift.on)}
          end={<Plus points={gift.points} />}
        />
      ))}
    </>
  );
}
