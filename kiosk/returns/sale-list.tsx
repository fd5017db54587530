import { CloudOff, History, ReceiptText, Search } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Unreachable } from "../../shared/call.ts";
import type { SaleView } from "../../shared/sales/endpoints.ts";
import { Badge, Button, EmptyState, Field, formats, LoadingState } from "../../shared/ui/index.ts";
import { memberTrouble } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { reasonWords } from "../words.ts";
import { Trouble, TroubleState } from "../problems/trouble.tsx";
import { found, look, lookFurther, looking, open, sale } from "./returning.ts";

/** Sales of this store: the latest, one by its number, or a member's. */
export function SaleList() {
  const t = counterWords.value.returns;
  const by = looking.value;
  // Back with the network, it looks by itself.
  useEffect(() => {
    const before = found.peek();
    if (online.value && before.state === "failed" && before.error instanceof Unreachable) {
      void look(by);
    }
  }, [online.value]);
  return (
    <section class="pane sale-list">
      <FindOrder />
      <Trouble error={memberTrouble.value} />
      <div class="sale-list-head">
        <h2>{by.by === "member" ? t.ofMember(by.scan.member.nameMasked) : t.recent}</h2>
        {by.by !== "recent" && (
          <Button
            size="s"
            variant="quiet"
            icon={<History />}
            onClick={() => look({ by: "recent" })}
          >
            {t.showRecent}
          </Button>
        )}
      </div>
      <Sales />
    </section>
  );
}

function FindOrder() {
  const t = counterWords.value.returns;
  const [text, setText] = useState("");
  return (
    <form
      class="find-order"
      onSubmit={(event) => {
        event.preventDefault();
        const orderNo = text.trim();
        void look(orderNo ? { by: "order", orderNo } : { by: "recent" });
      }}
    >
      <Field
        label={t.find}
        hint={t.findHint}
        value={text}
        onInput={setText}
        autocomplete="off"
        spellcheck={false}
        maxLength={64}
      />
      <Button type="submit" icon={<Search />} disabled={!online.value}>{t.search}</Button>
    </form>
  );
}

function Sales() {
  const t = counterWords.value.returns;
  const loaded = found.value;
  if (loaded.state === "loading") return <LoadingState />;
  if (loaded.state === "failed" && loaded.error instanceof Unreachable) {
    const { returnsNone, returnsLater } = offlineWords.value.banner;
    return <EmptyState icon={<CloudOff />} title={returnsNone}>{returnsLater}</EmptyState>;
  }
  if (loaded.state === "failed") {
    return <TroubleState error={loaded.error} onRetry={() => look(looking.value)} />;
  }
  const { sales, nextBefore } = loaded.value;
  if (sales.length === 0) {
    const none = looking.value.by === "order";
    return (
      <EmptyState icon={<ReceiptText />} title={none ? t.none : t.noSales}>
        {none ? t.noneHint : t.noSalesHint}
      </EmptyState>
    );
  }
  return (
    <div class="sale-scroll" tabIndex={0} role="region" aria-label={t.recent}>
      <ul>{sales.map((each) => <SaleRow key={each.saleId} sale={each} />)}</ul>
      {nextBefore !== null && <Button block onClick={() => lookFurther()}>{t.more}</Button>}
    </div>
  );
}

function SaleRow(props: { sale: SaleView }) {
  const { sale: row } = props;
  const t = counterWords.value.returns;
  const f = formats.value;
  const all = row.returnedFen >= row.totalFen;
  return (
    <li>
      <button
        type="button"
        class="sale-row"
        aria-pressed={sale.value?.saleId === row.saleId}
        onClick={() => open(row)}
      >
        <span class="sale-row-no numbers">{row.orderNo}</span>
        <strong class="sale-row-total numbers">{f.money(row.totalFen)}</strong>
        <span class="small soft">
          {f.dateTime(row.occurredAt)} · {row.memberNameMasked ?? t.noMember}
          {row.memberNameMasked !== null && row.points === 0 &&
            ` · ${reasonWords.value.noneShort}`}
        </span>
        {row.returnedFen > 0 && (
          <Badge tone={all ? "plain" : "warn"}>
            {all ? t.returnedAll : t.returnedPart(f.money(row.returnedFen))}
          </Badge>
        )}
      </button>
    </li>
  );
}
