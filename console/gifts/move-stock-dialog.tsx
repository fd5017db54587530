import type * as z from "zod/mini";
import { moveGiftStock } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, Segmented, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { nameIn, type Store } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Move = BodyOf<typeof moveGiftStock>;

interface Draft {
  way: "in" | "out";
  amount: string;
}

export interface MoveStockDialogProps {
  giftId: string;
  store: Store;
  /** Pieces there now. */
  held: number;
  onDone: () => void;
  onClose: () => void;
}

/** Adds pieces to a store's stock or takes some out. */
export function MoveStockDialog(props: MoveStockDialogProps) {
  const { giftId, store, held } = props;
  const t = words.value;
  const form = useForm<Draft, Move>({
    initial: { way: "in", amount: "" },
    build: (draft) => ({
      storeId: store.id,
      amount: draft.way === "in" ? wholeOf(draft.amount) : -wholeOf(draft.amount),
    }),
    schema: moveGiftStock.body as z.ZodMiniType<Move>,
    says: { amount: t.stockAmountRule },
    rules: (draft) => {
      const amount = wholeOf(draft.amount);
      if (!(amount >= 1 && amount <= 100_000)) return { amount: t.stockAmountRule };
      return { amount: draft.way === "out" && amount > held && t.stockShort(held) };
    },
  });
  const command = useCommand((body: Move, key) =>
    ask(moveGiftStock, { params: { gift: giftId }, body, key })
  );
  const amount = form.input?.amount;
  return (
    <FormDialog
      title={t.stockMoveOf(nameIn(store))}
      size="s"
      form={form}
      command={command}
      send={t.stockSend}
      onClose={props.onClose}
      onDone={({ remaining }) => {
        toast(t.stockMoved(remaining));
        props.onDone();
      }}
    >
      <Segmented
        block
        label={t.stockWay}
        value={form.draft.way}
        options={[{ value: "in", label: t.stockIn }, { value: "out", label: t.stockOut }]}
        onChange={(way) => form.set({ way })}
      />
      <Field
        big
        autofocus
        label={t.stockAmount}
        inputMode="numeric"
        autocomplete="off"
        maxLength={7}
        hint={amount ? t.stockAfter(held, held + amount) : undefined}
        {...form.field("amount")}
      />
    </FormDialog>
  );
}
