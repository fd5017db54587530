import { Tags, Users } from "lucide-preact";
import { useState } from "preact/hooks";
import { type ScreenedRow, screenMembers, searchMembers } from "../../shared/console/endpoints.ts";
import { Button, Pager, Skeleton } from "../../shared/ui/index.ts";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { Filters } from "./filters.tsx";
import { memberQuery, putQuery, ticked } from "./query.ts";
import "./style.css";
import { MemberTable } from "./table.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { TagsDialog } from "./tags-dialog.tsx";
import { type Counted, screeningKey, totalFor, type Whom, whomOf } from "./whom.ts";
import { words } from "./words.ts";

/** A page of members, whichever way they were asked for. */
export interface FoundMembers extends Counted {
  members: ScreenedRow[];
  nextAfter: string | null;
}

const PAGE = 50;
const nobody: FoundMembers = { members: [], nextAfter: null, of: null, total: null };

/** What is typed finds across brands; without it a brand's members are screened. */
const load = async (
  { text, brandId, filter, sort }: typeof memberQuery.value,
  brand: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<FoundMembers> => {
  const page = { limit: PAGE, ...(after ? { after } : {}) };
  if (text.trim()) {
    const found = await ask(searchMembers, {
      body: { text: text.trim(), ...page, ...(brandId ? { brandId } : {}) },
      signal,
    });
    const bare = { lastBoughtAt: null, storeId: null, tags: [] };
    const members = found.members.map((row) => ({ ...row, ...bare }));
    return { ...found, members, of: null, total: null };
  }
  const body = { brandId: brand, filter, sort, ...page };
  return {
    ...await ask(screenMembers, { body, signal }),
    of: screeningKey(brand, filter),
  };
};

/** The members: found by what is typed, or screened; tagged, and taken away as a file. */
export function MembersScreen() {
  const t = words.value;
  const places = usePlaces();
  const query = memberQuery.value;
  const brand = query.brandId ?? places.brands[0]?.id ?? "";
  const after = query.cursors[query.cursors.length - 1];
  const [managing, setManaging] = useState(false);
  const loaded = useLoad(
    `members:${brand}:${JSON.stringify(query)}`,
    (signal) => brand ? load(query, brand, after, signal) : Promise.resolve<FoundMembers>(nobody),
    { linger: true },
  );
  const { filter, sort, text } = query;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          {mayI("member.tag") && (
            <Button
              data-act="tags"
              icon={<Tags />}
              onClick={() => setManaging(true)}
            >
              {t.manageTags}
            </Button>
          )}
          {brand && !text.trim() && (
            <ExportButton asked={{ list: "members", brandId: brand, screening: filter, sort }} />
          )}
        </>
      }
    >
      <Filters brand={brand} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded} waiting={<MemberTable found={null} busy />}>
            {(found) => (
              <>
                <Bulk
                  found={found}
                  settled={!loaded.loading && !loaded.failure}
                  brand={brand}
                  onDone={loaded.reload}
                />
                <MemberTable found={found} busy={loaded.loading} />
                <Pages found={found} busy={loaded.loading} />
              </>
            )}
          </WhenLoaded>
        )}
      </WhenLoaded>
      {managing && <TagsDialog brand={brand} onClose={() => setManaging(false)} />}
    </Page>
  );
}

interface BulkProps {
  found: FoundMembers;
  /** The list is the one that was asked for last. */
  settled: boolean;
  brand: string;
  onDone: () => void;
}

/** How many there are, and what can be done with those ticked or with all of them. */
function Bulk({ found, settled, brand, onDone }: BulkProps) {
  const t = words.value;
  // Whom the dialog was opened for; what changes under it changes nobody.
  const [tagging, setTagging] = useState<Whom | null>(null);
  const { text, filter } = memberQuery.value;
  const chosen = ticked.value.size;
  const [counted, setCounted] = useState(found);
  if (found.total !== null && found !== counted) setCounted(found);
  const screened = text.trim() === "";
  const total = screened ? totalFor(counted, brand, filter) : null;
  const whom = whomOf(ticked.value, filter, total, settled);
  const waits = screened && !settled && total !== 0;
  return (
    <div class="inline members-bulk">
      <span class="soft" role="status">
        {(chosen > 0 || total !== null) && <Users aria-hidden="true" />}
        {chosen > 0 ? t.chosen(chosen) : total !== null ? t.found(total) : ""}
        {chosen === 0 && total === null && waits && <Skeleton width="7em" />}
      </span>
      {chosen > 0 && (
        <Button
          size="s"
          variant="quiet"
          onClick={() => ticked.value = new Set()}
        >
          {t.chooseNone}
        </Button>
      )}
      {mayI("member.tag") && (whom || waits) && (
        <Button
          size="s"
          data-act="tag-them"
          icon={<Tags />}
          disabled={!whom}
          onClick={() => setTagging(whom)}
        >
          {t.tagThem}
        </Button>
      )}
      {tagging && (
        <TagDialog
          brand={brand}
          {...tagging}
          onClose={() => setTagging(null)}
          onDone={() => {
            setTagging(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}

function Pages({ found, busy }: { found: FoundMembers; busy: boolean }) {
  const { cursors } = memberQuery.value;
  if (found.members.length === 0) return null;
  const turn = (next: readonly string[]) => {
    putQuery({ cursors: next });
    scrollTo({ top: 0 });
  };
  const { nextAfter } = found;
  return (
    <Pager
      text={shellWords.value.pageRows(cursors.length + 1, found.members.length)}
      busy={busy}
      onPrevious={cursors.length > 0 ? () => turn(cursors.slice(0, -1)) : null}
      onNext={nextAfter ? () => turn([...cursors, nextAfter]) : null}
    />
  );
}
