import { Field, Panel, SelectField } from "../../shared/ui/index.ts";
import type { RuleNaming } from "../programme/use-names.ts";
import { nameIn } from "../use-places.ts";
import type { TypedTrial } from "./typed-trial.ts";
import { words } from "./words.ts";

/** When and where it is bought. */
export function MomentPanel(
  props: { naming: RuleNaming; typed: TypedTrial; set: (part: Partial<TypedTrial>) => void },
) {
  const { naming, typed, set } = props;
  const t = words.value;
  return (
    <Panel title={t.when}>
      <div class="try-fields">
        <Field type="date" label={t.day} value={typed.day} onInput={(day) => set({ day })} />
        <Field type="time" label={t.time} value={typed.time} onInput={(time) => set({ time })} />
        <SelectField
          label={t.store}
          value={typed.storeId}
          options={[
            { value: "", label: t.anyStore },
            ...naming.stores.map((store) => ({ value: store.id, label: nameIn(store) })),
          ]}
          onChange={(storeId) => set({ storeId })}
        />
      </div>
    </Panel>
  );
}
