import { useState } from "preact/hooks";
import type { topUpMember } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { useBudgets } from "./budgets.tsx";
import { TopUpDialog } from "./top-up-dialog.tsx";
import { words } from "./words.ts";

export interface TopUpProps {
  memberId: string;
  brandId: string;
  onDone: (points: AnswerOf<typeof topUpMember>["points"]) => void;
}

/** The button by which a store gives a member points; nothing for who may not. */
export function TopUp(props: TopUpProps) {
  return mayI("budget.use") ? <Giving {...props} /> : null;
}

function Giving({ memberId, brandId, onDone }: TopUpProps) {
  const budgets = useBudgets();
  const [open, setOpen] = useState(false);
  const stores = (budgets.data?.budgets ?? []).filter((each) => each.brandId === brandId);
  if (stores.length === 0) return null;
  return (
    <>
      <Button data-act="top-up" onClick={() => setOpen(true)}>{words.value.topUp}</Button>
      {open && (
        <TopUpDialog
          memberId={memberId}
          stores={stores}
          onClose={() => setOpen(false)}
          onDone={(points) => {
            setOpen(false);
            budgets.reload();
            onDone(points);
          }}
        />
      )}
    </>
  );
}
