import { UserX } from "lucide-preact";
import { useState } from "preact/hooks";
import { showMember } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Badge, Button, EmptyState, TierBadge } from "../../shared/ui/index.ts";
import { TopUp } from "../budgets/top-up.tsx";
import { isRefusal } from "../failure.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { type Loaded, useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words as listWords } from "../members/words.ts";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { Cards, Devices } from "./cards.tsx";
import { History } from "./history.tsx";
import { LapsePanel } from "./lapse-panel.tsx";
import { ProfilePanel } from "./profile-panel.tsx";
import { RecordPanels } from "./record-panels.tsx";
import "./style.css";
import { Summary } from "./summary.tsx";
import { TagsPanel } from "./tags-panel.tsx";
import { TierHistory } from "./tier-panel.tsx";
import { Waiting } from "./waiting.tsx";
import { words } from "./words.ts";

export type Member = AnswerOf<typeof showMember>;

/** One member: who, how many points and until when, what happened and why. */
export function MemberScreen(props: { member?: string }) {
  const id = props.member ?? "";
  const loaded = useLoad(
    `member:${id}`,
    (signal) => ask(showMember, { params: { member: id }, signal }),
  );
  const t = words.value;
  const back = { href: "/console/members", label: t.back };
  if (isRefusal(loaded.failure, "not-found")) {
    return (
      <Page title={t.lostTitle} back={back}>
        <EmptyState icon={<UserX />} title={t.lostText} />
      </Page>
    );
  }
  if (loaded.data) return <MemberPage key={id} member={loaded.data} loaded={loaded} back={back} />;
  return (
    <Page title={listWords.value.member} back={back}>
      <WhenLoaded from={loaded}>{() => null}</WhenLoaded>
    </Page>
  );
}

function MemberPage(
  props: { member: Member; loaded: Loaded<Member>; back: { href: string; label: string } },
) {
  const { member, loaded, back } = props;
  const t = words.value;
  const [adjusting, setAdjusting] = useState(false);
  /** Grows with every booking, so that the history is read anew. */
  const [bookings, setBookings] = useState(0);
  const { brands, brand } = usePlaces();
  const ofBrand = brand(member.brandId);
  const source = t.sources[member.source] ?? member.source;
  const mayAdjust = mayI("member.adjust");
  return (
    <Page
      title={t.title(member.nameMasked)}
      mark={<Marks member={member} />}
      lead={[
        t.joined(member.joinedAt, source),
        brands.length > 1 && ofBrand ? nameIn(ofBrand) : null,
      ].filter(Boolean).join(" · ")}
      back={back}
      actions={
        <>
          <TopUp
            memberId={member.id}
            brandId={member.brandId}
            onDone={(points) => {
              setBookings((before) => before + 1);
              loaded.put({ ...member, points });
              loaded.reload();
            }}
          />
          {mayAdjust && (
            <Button
              data-act="adjust"
              variant="primary"
              onClick={() => setAdjusting(true)}
            >
              {t.adjust}
            </Button>
          )}
        </>
      }
    >
      <Waiting waiting={member.waiting} />
      <Summary member={member} />
      <div class="member-columns">
        <div class="stack">
          <History memberId={member.id} brandId={member.brandId} turn={bookings} />
          <RecordPanels memberId={member.id} turn={bookings} />
        </div>
        <Beside member={member} onChanged={loaded.reload} />
      </div>
      {adjusting && (
        <AdjustDialog
          member={member}
          onClose={() => setAdjusting(false)}
          onDone={(points) => {
            setAdjusting(false);
            setBookings((before) => before + 1);
            loaded.put({ ...member, points });
            loaded.reload();
          }}
        />
      )}
    </Page>
  );
}

/** Who the member is, and what they have. */
function Beside({ member, onChanged }: { member: Member; onChanged: () => void }) {
  return (
    <div class="stack">
      <ProfilePanel member={member} onChanged={onChanged} />
      <TagsPanel member={member} onChanged={onChanged} />
      <TierHistory
        memberId={member.id}
        brandId={member.brandId}
        onChanged={onChanged}
      />
      <LapsePanel lots={member.lots} />
      <Cards cards={member.cards} />
      <Devices devices={member.devices} />
    </div>
  );
}

/** The tier, and the state where it is not the usual one. */
function Marks({ member }: { member: Member }) {
  return (
    <>
      <TierBadge
        name={nameIn(member.points.tier.current)}
        rank={member.points.tier.current.level}
      />
      {member.state !== "active" && (
        <Badge tone="warn">{listWords.value.states[member.state] ?? member.state}</Badge>
      )}
    </>
  );
}
