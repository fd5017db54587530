import { useState } from "preact/hooks";
import { listBudgetMoves } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button, type Column, EmptyState, formats, Panel, Table } from "../../shared/ui/index.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import type { StoreBudget } from "./budgets.tsx";
import { words } from "./words.ts";

type Move = AnswerOf<typeof listBudgetMoves>["moves"][number];

/** What moved a store's points, page by page. */
export function Moves({ store, turn }: { store: StoreBudget; turn: number }) {
  const t = words.value;
  const [before, setBefore] = useState<number | null>(null);
  const loaded = useLoad(
    `budget-moves:${store.storeId}:${before}:${turn}`,
    (signal) =>
      ask(listBudgetMoves, {
        params: { store: store.storeId },
        query: before === null ? {} : { before },
        signal,
      }),
  );
  return (
    <Panel title={t.moves(nameIn(store))}>
      <WhenLoaded from={loaded}>
        {({ moves, nextBefore }) => (
          <>
            <Table
              caption={t.moves(nameIn(store))}
              columns={columns()}
              rows={moves}
              rowKey={(move) => move.id}
              empty={<EmptyState title={t.movesNone} />}
            />
            {nextBefore !== null && (
              <Button size="s" onClick={() => setBefore(nextBefore)}>{t.older}</Button>
            )}
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}

const columns = (): Column<Move>[] => {
  const t = words.value;
  const f = formats.value;
  return [
    { key: "at", title: t.at, cell: (move) => f.dateTime(move.at) },
    { key: "kind", title: t.kind, cell: (move) => t.kinds[move.kind] },
    { key: "points", title: t.points, numeric: true, cell: (move) => f.signed(move.points) },
    {
      key: "member",
      title: t.member,
      cell: (move) =>
        move.memberId && (
          <a class="link" href={`/console/members/${move.memberId}`}>{move.memberMasked}</a>
        ),
    },
    { key: "reason", title: t.reason, cell: (move) => move.reason },
    { key: "by", title: t.by, cell: (move) => move.byName ?? "" },
  ];
};
