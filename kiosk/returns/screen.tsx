import { FileSearch } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { EmptyState } from "../../shared/ui/index.ts";
import { member } from "../counter/member.ts";
import { hearScans } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { ReturnDone } from "./done.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import { hearCode, look, phase, sale, startOver } from "./returning.ts";
import { SaleDetail } from "./sale-detail.tsx";
import { SaleList } from "./sale-list.tsx";
import "./style.css";

/** Returns: find the sale, choose what comes back, see what happens to the points. */
export function Returns() {
  const t = counterWords.value.returns;
  useEffect(() => {
    const stop = hearScans(hearCode);
    const known = member.value;
    void look(known ? { by: "member", scan: known } : { by: "recent" });
    return stop;
  }, []);
  if (phase.value.name === "done") {
    return <ReturnDone {...phase.value} onNext={startOver} />;
  }
  return (
    <div class="panes-turned">
      <h1 class="sr-only">{t.title}</h1>
      <SaleList />
      <section class="pane return-detail">
        {sale.value
          ? <SaleDetail key={sale.value.saleId} sale={sale.value} />
          : <EmptyState icon={<FileSearch />} title={t.pick}>{t.pickHint}</EmptyState>}
      </section>
      <ReturnDialog />
    </div>
  );
}
