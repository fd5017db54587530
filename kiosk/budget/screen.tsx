import { ScanQrCode } from "lucide-preact";
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { showStoreBudget } from "../../shared/transfers/endpoints.ts";
import { EmptyState, ErrorState, PointsText, Skeleton } from "../../shared/ui/index.ts";
import { FindMember } from "../counter/find-member.tsx";
import { useKeys } from "../counter/keys.ts";
import { member, recognise } from "../counter/member.ts";
import { hearScans } from "../counter/room.ts";
import { MemberStrip } from "../sale/member-strip.tsx";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { offlineWords } from "../offline/words.ts";
import { ask, online } from "../terminal/ask.ts";
import { transferWords } from "./words.ts";
import { BackForm } from "./back-form.tsx";
import { GiveForm } from "./give-form.tsx";
import "./style.css";

/** What the store has of its own points. */
export const budget = signal<Loaded<number>>(LOADING);

export async function loadBudget(): Promise<void> {
  try {
    budget.value = ready((await ask(showStoreBudget, {})).remaining);
  } catch (error) {
    budget.value = failed(error);
  }
}

/** The store's own points: given to a member, or taken back from one. */
export function Budget() {
  const t = transferWords.value.budget;
  const [finding, setFinding] = useState(false);
  const known = member.value;
  useEffect(() => void loadBudget(), [online.value]);
  useEffect(() => hearScans((text) => void recognise(text)), []);
  useKeys({ F3: () => setFinding(true) });
  const loaded = budget.value;
  return (
    <div class="panes-turned claims">
      <section class="pane claim-find">
        <h1>{t.room}</h1>
        <div class="inline apart budget-left">
          <span class="soft">{t.remaining}</span>
          {loaded.state === "ready" && <PointsText points={loaded.value} size="l" />}
          {loaded.state === "failed" && !online.value && (
            <span class="soft">{offlineWords.value.banner.budgetLater}</span>
          )}
          {loaded.state === "loading" && <Skeleton width="6rem" />}
        </div>
        {loaded.state === "failed" && online.value && (
          <ErrorState onRetry={() => void loadBudget()} />
        )}
        <MemberStrip onFind={() => setFinding(true)} />
      </section>
      <section class="pane budget-forms">
        {known
          ? (
            <>
              <GiveForm key={`give-${known.scanId}`} scan={known} />
              <BackForm key={`back-${known.scanId}`} scan={known} />
            </>
          )
          : <EmptyState icon={<ScanQrCode />} title={t.needMember}>{t.needMemberHint}</EmptyState>}
      </section>
      {finding && <FindMember onFind={recognise} onClose={() => setFinding(false)} />}
    </div>
  );
}
