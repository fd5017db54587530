import { SearchX, UserPlus } from "lucide-preact";
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { searchMembers } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  Field,
  formats,
  lang,
  Pager,
  SelectField,
  Table,
} from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { TierMark } from "../frame/tier-mark.tsx";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { emptyQuery, memberQuery } from "./query.ts";
import { words } from "./words.ts";

type Found = AnswerOf<typeof searchMembers>;
type MemberRow = Found["members"][number];

const PAGE = 50;
/** Typing rests this long before the list follows, ms. */
const REST = 250;

/** The members, newest first, or those that fit what was typed. */
export function MembersScreen() {
  const t = words.value;
  const { text, brandId, tierId, cursors } = memberQuery.value;
  const after = cursors[cursors.length - 1];
  const loaded = useLoad(
    `members:${JSON.stringify(memberQuery.value)}`,
    (signal) =>
      ask(searchMembers, {
        body: {
          text: text.trim(),
          limit: PAGE,
          ...(brandId ? { brandId } : {}),
          ...(tierId ? { tierId } : {}),
          ...(after ? { after } : {}),
        },
        signal,
      }),
    { linger: true },
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters />
      <WhenLoaded from={loaded} waiting={<MemberTable found={null} busy />}>
        {(found) => (
          <>
            <MemberTable found={found} busy={loaded.loading} />
            <Pages found={found} busy={loaded.loading} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Filters() {
  const t = words.value;
  const { brands } = usePlaces();
  const { text, brandId, tierId } = memberQuery.value;
  const oneBrand = brandId ?? (brands.length === 1 ? brands[0]?.id ?? null : null);
  const tiers = useProgramme(oneBrand).data?.tiers ?? [];
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const rest = setTimeout(() => {
      memberQuery.value = { ...memberQuery.value, text: typed, cursors: [] };
    }, REST);
    return () => clearTimeout(rest);
  }, [typed]);
  return (
    <div class="filters">
      <div class="grow">
        <Field
          label={t.search}
          type="search"
          placeholder={t.searchHint}
          spellcheck={false}
          autocomplete="off"
          maxLength={64}
          value={typed}
          onInput={setTyped}
        />
      </div>
      <BrandChoice
        all
        value={brandId}
        onChange={(chosen) =>
          memberQuery.value = { ...memberQuery.value, brandId: chosen, tierId: null, cursors: [] }}
      />
      {tiers.length > 1 && (
        <SelectField
          label={t.tier}
          value={tierId ?? ""}
          options={[
            { value: "", label: t.allTiers },
            ...tiers.map((tier) => ({ value: tier.id, label: nameIn(tier) })),
          ]}
          onChange={(chosen) =>
            memberQuery.value = { ...memberQuery.value, tierId: chosen || null, cursors: [] }}
        />
      )}
    </div>
  );
}

function MemberTable({ found, busy }: { found: Found | null; busy: boolean }) {
  const t = words.value;
  const { route } = useLocation();
  return (
    <Table
      caption={t.title}
      columns={useColumns()}
      rows={found?.members ?? []}
      rowKey={(row) => row.id}
      onOpen={(row) => route(`/console/members/${row.id}`)}
      loading={busy}
      empty={<NoMembers />}
    />
  );
}

function useColumns(): Column<MemberRow>[] {
  const t = words.value;
  const f = formats.value;
  const zh = lang.value === "zh-CN";
  const { brands, brand } = usePlaces();
  const columns: Column<MemberRow>[] = [
    { key: "name", title: t.member, cell: (row) => row.nameMasked },
    {
      key: "phone",
      title: t.phone,
      cell: (row) =>
        row.phoneMasked
          ? <span class="numbers">{row.phoneMasked}</span>
          : <span class="faint">{t.noPhone}</span>,
    },
    {
      key: "tier",
      title: t.tier,
      cell: (row) => (
        <TierMark name={zh ? row.tierNameZh : row.tierNameEn} colour={row.tierColour} />
      ),
    },
    { key: "points", title: t.points, numeric: true, cell: (row) => f.count(row.balance) },
    { key: "joined", title: t.joined, cell: (row) => f.date(row.joinedAt) },
    {
      key: "state",
      title: t.state,
      cell: (row) => (
        <Badge tone={row.state === "active" ? "good" : "warn"}>
          {t.states[row.state] ?? row.state}
        </Badge>
      ),
    },
  ];
  if (brands.length > 1 && !memberQuery.value.brandId) {
    columns.splice(3, 0, {
      key: "brand",
      title: shellWords.value.brand,
      cell: (row) => {
        const at = brand(row.brandId);
        return at ? nameIn(at) : "";
      },
    });
  }
  return columns;
}

function NoMembers() {
  const t = words.value;
  const { text, tierId, brandId } = memberQuery.value;
  const clear = (
    <Button onClick={() => memberQuery.value = emptyQuery}>{shellWords.value.filterClear}</Button>
  );
  if (text.trim()) {
    return (
      <EmptyState icon={<SearchX />} title={t.notFound(text.trim())} action={clear}>
        {t.notFoundText}
      </EmptyState>
    );
  }
  if (tierId || brandId) {
    return <EmptyState icon={<SearchX />} title={shellWords.value.filterNone} action={clear} />;
  }
  return <EmptyState icon={<UserPlus />} title={t.noneTitle}>{t.noneText}</EmptyState>;
}

function Pages({ found, busy }: { found: Found; busy: boolean }) {
  const { cursors } = memberQuery.value;
  if (found.members.length === 0) return null;
  const turn = (next: readonly string[]) => {
    memberQuery.value = { ...memberQuery.value, cursors: next };
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
