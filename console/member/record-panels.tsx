import { useState } from "preact/hooks";
import { type AuditRow, showMemberRecord } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Badge,
  ButtonLink,
  Dialog,
  formats,
  lang,
  List,
  Panel,
  Row,
} from "../../shared/ui/index.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { actionName, Changes, ChangesBrief } from "../log/changes.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type MemberRecord = AnswerOf<typeof showMemberRecord>;

/** What the member redeemed, and what was changed about them. */
export function RecordPanels({ memberId, turn }: { memberId: string; turn: number }) {
  const loaded = useLoad(
    `member-record:${memberId}:${turn}`,
    (signal) => ask(showMemberRecord, { params: { member: memberId }, signal }),
    { linger: true },
  );
  return (
    <WhenLoaded from={loaded}>
      {(record) => (
        <>
          <Claims claims={record.claims} />
          <ChangesPanel memberId={memberId} changes={record.changes} />
        </>
      )}
    </WhenLoaded>
  );
}

function Claims({ claims }: Pick<MemberRecord, "claims">) {
  const t = words.value;
  const { store } = usePlaces();
  const zh = lang.value === "zh-CN";
  return (
    <Panel title={t.claims} flush={claims.length > 0}>
      {claims.length === 0 && <p class="soft">{t.claimsNone}</p>}
      {claims.length > 0 && (
        <List label={t.claims}>
          {claims.map((claim) => {
            const at = store(claim.storeId);
            return (
              <Row
                key={claim.id}
                title={zh ? claim.giftZh : claim.giftEn || claim.giftZh}
                detail={[formats.value.dateTime(claim.claimedAt), at ? nameIn(at) : null]
                  .filter(Boolean).join(" · ")}
                end={
                  <span class="entry-end">
                    <span class="numbers">{formats.value.count(claim.points)}</span>
                    <Badge>{t.claimStates[claim.state] ?? claim.state}</Badge>
                  </span>
                }
              />
            );
          })}
        </List>
      )}
    </Panel>
  );
}

function ChangesPanel(
  { memberId, changes }: { memberId: string; changes: readonly AuditRow[] },
) {
  const t = words.value;
  const [open, setOpen] = useState<AuditRow | null>(null);
  return (
    <Panel
      title={t.record}
      flush={changes.length > 0}
      action={mayI("log.read") && (
        <ButtonLink size="s" variant="quiet" href={`/console/log?subject=${memberId}`}>
          {t.historyMore}
        </ButtonLink>
      )}
    >
      {changes.length === 0 && <p class="soft">{t.recordNone}</p>}
      {changes.length > 0 && (
        <List label={t.record}>
          {changes.slice(0, 8).map((row) => (
            <Row
              key={row.id}
              title={actionName(row.action)}
              detail={
                <>
                  {`${formats.value.dateTime(row.at)} · ${row.actorName} `}
                  <ChangesBrief row={row} />
                </>
              }
              onClick={() => setOpen(row)}
            />
          ))}
        </List>
      )}
      <Dialog
        open={open !== null}
        size="l"
        title={open ? actionName(open.action) : ""}
        onClose={() => setOpen(null)}
      >
        {open && <Changes row={open} />}
      </Dialog>
    </Panel>
  );
}
