import { Tags, Users } from "lucide-preact";
import { useState } from "preact/hooks";
import { type ScreenedRow, screenMembers, searchMembers } from "../../shared/console/endpoints.ts";
import { Button, Pager } from "../../shared/ui/index.ts";
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
import { words } from "./words.ts";

/** A page of members, whichever way they were asked for. */
export interface FoundMembers {
  members: ScreenedRow[];
  nextAfter: string | null;
  total: number | null;
}

const PAGE = 50;

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
    return { ...found, members: found.members.map((row) => ({ ...row, ...bare })), total: null };
  }
  return await ask(screenMembers, { body: { brandId: brand, filter, sort, ...page }, signal });
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
    (signal) =>
      brand
        ? load(query, brand, after, signal)
        : Promise.resolve<FoundMembers>({ members: [], nextAfter: null, total: null }),
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
                <Bulk found={found} brand={brand} onDone={loaded.reload} />
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

/** How many there are, and what can be done with those ticked or with all of them. */
function Bulk(props: { found: FoundMembers; brand: string; onDone: () => void }) {
  const { found, brand } = props;
  const t = words.value;
  const [tagging, setTagging] = useState(false);
  const { text, filter } = memberQuery.value;
  const chosen = [...ticked.value];
  const [total, setTotal] = useState(found.total);
  if (found.total !== null && found.total !== total) setTotal(found.total);
  const screened = text.trim() === "" && total !== null;
  const count = chosen.length || (screened ? total ?? 0 : 0);
  return (
    <div class="inline members-bulk">
      <span class="soft" role="status">
        {(chosen.length > 0 || screened) && <Users aria-hidden="true" />}
        {chosen.length > 0 ? t.chosen(chosen.length) : screened ? t.found(total ?? 0) : ""}
      </span>
      {chosen.length > 0 && (
        <Button
          size="s"
          variant="quiet"
          onClick={() => ticked.value = new Set()}
        >
          {t.chooseNone}
        </Button>
      )}
      {mayI("member.tag") && count > 0 && (
        <Button
          size="s"
          data-act="tag-them"
          icon={<Tags />}
          onClick={() => setTagging(true)}
        >
          {t.tagThem}
        </Button>
      )}
      {tagging && (
        <TagDialog
          brand={brand}
          count={count}
          who={chosen.length > 0 ? { memberIds: chosen } : { screening: filter }}
          onClose={() => setTagging(false)}
          onDone={() => {
            setTagging(false);
            props.onDone();
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
