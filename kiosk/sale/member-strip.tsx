import { Cake, Hourglass, ScanQrCode, TriangleAlert, UserRound, X } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import {
  Badge,
  Button,
  formats,
  IconButton,
  PointsText,
  Spinner,
  TierBadge,
} from "../../shared/ui/index.ts";
import { rankOf } from "../account/member-card.tsx";
import { dropMember, member, memberTrouble, readingMember, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { tierWords } from "../words.ts";
import { UncheckedStrip } from "./unchecked-strip.tsx";
import "./member.css";

/** Seconds before its end at which a scan is counted down. */
const WARN_SECONDS = 45;

/** Who the customer is, masked; what they have, owe and are about to lose. */
export function MemberStrip(props: { onFind: () => void; onDrop?: () => void }) {
  const known = member.value;
  return (
    <div class="member-strip">
      {known
        ? <Known scan={known} {...props} />
        : unchecked.value
        ? <UncheckedStrip read={unchecked.value} />
        : <NoMember onFind={props.onFind} />}
      <Trouble error={memberTrouble.value} />
    </div>
  );
}

function NoMember(props: { onFind: () => void }) {
  const t = counterWords.value.member;
  return (
    <button type="button" class="strip strip-none" onClick={props.onFind}>
      <span class="strip-face">
        {readingMember.value ? <Spinner /> : <UserRound aria-hidden="true" />}
      </span>
      <span class="strip-who">
        <strong>{readingMember.value ? t.reading : t.none}</strong>
        <span class="small soft">
          {online.value ? t.noneHint : offlineWords.value.member.phone}
        </span>
      </span>
      <ScanQrCode aria-hidden="true" />
    </button>
  );
}

function Known(props: { scan: ScanView; onFind: () => void; onDrop?: () => void }) {
  const { scan } = props;
  const t = counterWords.value.member;
  const { points } = scan;
  const { current } = points.tier;
  const left = useSecondsLeft(scan.expiresAt);
  // A printed number is looked up again by itself; only a rotating code has to be shown anew.
  const mustRescan = scan.via === "rotating" || scan.via === "stale";
  return (
    <div class="strip">
      <div class="strip-line">
        <span class="strip-who">
          <span class="inline">
            <strong class="strip-name">{scan.member.nameMasked}</strong>
            <TierBadge name={nameOf(current)} rank={rankOf(current.id)} />
            {scan.member.birthdayToday && <Badge tone="accent" icon={<Cake />}>{t.birthday}</Badge>}
          </span>
          <span class="small soft numbers">
            {[scan.member.phoneMasked, t.via[scan.via]].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span class="strip-points">
          <span class="small soft">{t.points}</span>
          <PointsText points={points.spendable} size="l" />
        </span>
        <IconButton label={t.remove} icon={<X />} onClick={props.onDrop ?? dropMember} />
      </div>
      <p class="strip-notes small soft">{tierLine(points.tier)}</p>
      <Notes points={points} />
      {mustRescan && left <= WARN_SECONDS && <Running left={left} onFind={props.onFind} />}
    </div>
  );
}

/** How far the next tier is, so that staff can say it. */
const tierLine = (tier: ScanView["points"]["tier"]): string => {
  const said = sayProgress(tierWords.value, formats.value, tier, nameOf);
  return [said.way, said.buy].filter(Boolean).join(" ");
};

function Notes(props: { points: ScanView["points"] }) {
  const { pending, debt, lapsingSoon, lapsesNextAt } = props.points;
  const t = counterWords.value.member;
  if (pending + debt + lapsingSoon === 0) return null;
  return (
    <p class="strip-notes">
      {debt > 0 && <Badge tone="danger" icon={<TriangleAlert />}>{t.debt(debt)}</Badge>}
      {lapsingSoon > 0 && lapsesNextAt !== null && (
        <Badge tone="gold" icon={<Hourglass />}>{t.lapsing(lapsingSoon, lapsesNextAt)}</Badge>
      )}
      {pending > 0 && <Badge>{t.pending(pending)}</Badge>}
    </p>
  );
}

function Running(props: { left: number; onFind: () => void }) {
  const t = counterWords.value.member;
  if (props.left > 0) return <p class="strip-running" role="status">{t.expiresIn(props.left)}</p>;
  return (
    <div class="strip-over" role="alert">
      <span>
        <strong>{t.expired}</strong> {t.expiredHint}
      </span>
      <Button size="s" onClick={props.onFind}>{t.again}</Button>
    </div>
  );
}

function useSecondsLeft(expiresAt: number): number {
  const left = () => Math.max(0, Math.ceil((expiresAt - serverNow()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1_000);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return seconds;
}
