import { SearchX, UserPlus } from "lucide-preact";
import { useLocation } from "preact-iso";
import type { ScreenedRow } from "../../shared/console/endpoints.ts";
import { conditionsOf, type MemberSort } from "../../shared/members/screening.ts";
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  formats,
  lang,
  Table,
} from "../../shared/ui/index.ts";
import { TierMark } from "../frame/tier-mark.tsx";
import { mayI } from "../session.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";
import { emptyQuery, memberQuery, putQuery, ticked } from "./query.ts";
import type { FoundMembers } from "./screen.tsx";
import { words } from "./words.ts";

/** The members of a page; arrows move between rows, Enter opens one. */
export function MemberTable({ found, busy }: { found: FoundMembers | null; busy: boolean }) {
  const t = words.value;
  const { route } = useLocation();
  const { text, sort } = memberQuery.value;
  const sorting = text.trim() === ""
    ? {
      sort,
      onSort: (next: { key: string; descending: boolean }) =>
        putQuery({ sort: { key: next.key as MemberSort, descending: next.descending } }),
    }
    : {};
  return (
    <Table
      caption={t.title}
      columns={useColumns()}
      rows={found?.members ?? []}
      rowKey={(row) => row.id}
      onOpen={(row) => route(`/console/members/${row.id}`)}
      loading={busy}
      empty={<NoMembers />}
      {...sorting}
    />
  );
}

function useColumns(): Column<ScreenedRow>[] {
  const t = words.value;
  const f = formats.value;
  const zh = lang.value === "zh-CN";
  const { brands, brand } = usePlaces();
  const { text, brandId } = memberQuery.value;
  const typed = text.trim() !== "";
  const columns: (Column<ScreenedRow> | false)[] = [
    { key: "name", title: t.member, sortable: true, cell: (row) => row.nameMasked },
    { key: "phone", title: t.phone, cell: (row) => <Phone row={row} /> },
    {
      key: "tier",
      title: t.tier,
      cell: (row) => (
        <TierMark name={zh ? row.tierNameZh : row.tierNameEn} colour={row.tierColour} />
      ),
    },
    typed && brands.length > 1 && !brandId && {
      key: "brand",
      title: shellWords.value.brand,
      cell: (row) => {
        const at = brand(row.brandId);
        return at ? nameIn(at) : "";
      },
    },
    {
      key: "points",
      title: t.points,
      numeric: true,
      sortable: true,
      cell: (row) => f.count(row.balance),
    },
    !typed && {
      key: "tags",
      title: t.tags,
      cell: (row) => (
        <span class="member-tags">
          {row.tags.map((tag) => <Badge key={tag.id}>{tag.name}</Badge>)}
        </span>
      ),
    },
    !typed && {
      key: "bought",
      title: t.lastBought,
      sortable: true,
      cell: (row) =>
        row.lastBoughtAt === null
          ? <span class="faint">{t.neverBought}</span>
          : f.date(row.lastBoughtAt),
    },
    { key: "joined", title: t.joined, sortable: true, cell: (row) => f.date(row.joinedAt) },
    {
      key: "state",
      title: t.state,
      cell: (row) => (
        <Badge tone={row.state === "active" ? "good" : "warn"}>
          {t.states[row.state] ?? row.state}
        </Badge>
      ),
    },
    mayI("member.tag") && {
      key: "choose",
      title: t.chooseTitle,
      cell: (row) => <Tick row={row} />,
    },
  ];
  return columns.filter((column): column is Column<ScreenedRow> => column !== false);
}

function Phone({ row }: { row: ScreenedRow }) {
  if (row.phoneMasked) return <span class="numbers">{row.phoneMasked}</span>;
  if (row.externalRef) {
    return <span class="numbers">{words.value.externalRef(row.externalRef)}</span>;
  }
  return <span class="faint">{words.value.noPhone}</span>;
}

/** Ticks a member for what is done with many; the row itself opens. */
function Tick({ row }: { row: ScreenedRow }) {
  return (
    <label class="member-tick" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        aria-label={words.value.choose(row.nameMasked)}
        checked={ticked.value.has(row.id)}
        onChange={(event) => {
          const next = new Set(ticked.value);
          if (event.currentTarget.checked) next.add(row.id);
          else next.delete(row.id);
          ticked.value = next;
        }}
      />
    </label>
  );
}

function NoMembers() {
  const t = words.value;
  const { text, filter, brandId } = memberQuery.value;
  const clear = <Button onClick={() => putQuery(emptyQuery)}>{shellWords.value.filterClear}
  </Button>;
  if (text.trim()) {
    return (
      <EmptyState icon={<SearchX />} title={t.notFound(text.trim())} action={clear}>
        {t.notFoundText}
      </EmptyState>
    );
  }
  if (conditionsOf(filter) > 0 || brandId) {
    return <EmptyState icon={<SearchX />} title={shellWords.value.filterNone} action={clear} />;
  }
  return <EmptyState icon={<UserPlus />} title={t.noneTitle}>{t.noneText}</EmptyState>;
}
