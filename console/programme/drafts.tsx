import { FilePen } from "lucide-preact";
import { listDrafts } from "../../shared/console/draft-doors.ts";
import { List, Panel, Row } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

/** Drafts of a brand that wait to be finished; nothing where there are none. */
export function Drafts({ brandId }: { brandId: string }) {
  const t = words.value.drafts;
  const loaded = useLoad(
    `drafts:${brandId}`,
    (signal) => brandId ? ask(listDrafts, { query: { brandId }, signal }) : Promise.resolve(null),
  );
  const drafts = loaded.data?.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <Panel title={t.title} flush>
      <List label={t.title}>
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            lead={<FilePen aria-hidden="true" />}
            title={draft.name}
            detail={[
              draft.changedBy
                ? t.changedBy(draft.changedBy, draft.changedAt)
                : t.changed(draft.changedAt),
              draft.basedOnVersion > 0 ? t.basedOn(draft.basedOnVersion) : null,
            ].filter(Boolean).join(" · ")}
            {...(mayI("programme.publish")
              ? { href: `/console/programme/${brandId}/drafts/${draft.id}` }
              : {})}
          />
        ))}
      </List>
    </Panel>
  );
}
