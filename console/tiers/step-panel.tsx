import { ArrowDown, ArrowUp, Trash2 } from "lucide-preact";
import { Field, formats, IconButton, Panel, SelectField, Switch } from "../../shared/ui/index.ts";
import { lang } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { Choice } from "./choice.tsx";
import { DiscountList, type Goods } from "./discount-list.tsx";
import type { Checked, StepDraft, TiersView } from "./draft.ts";
import { words } from "./words.ts";

export interface StepPanelProps {
  step: StepDraft;
  /** Counted from 1, lowest first. */
  n: number;
  last: boolean;
  view: TiersView;
  goods: readonly Goods[];
  checked: Checked;
  onChange: (part: Partial<StepDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** A tier: what it is called, what it asks, what it gives. */
export function StepPanel(props: StepPanelProps) {
  const { step, n, view, checked } = props;
  const t = words.value;
  const name = (lang.value === "zh-CN" ? step.nameZh : step.nameEn) || "…";
  const known = view.tiers.find((tier) => tier.id === step.id);
  const wrong = checked.steps.get(step.key) ?? new Set<string>();
  const fault = checked.fault?.key === step.key ? checked.fault.fault : null;
  return (
    <Panel title={t.stepTitle(n, name)} action={<Moves {...props} name={name} />}>
      {fault && <p class="tier-fault" role="alert">{t.faults[fault]}</p>}
      <Asks step={step} wrong={wrong} first={n === 1} onChange={props.onChange} />
      <p class="small soft">
        {t.factor}: {t.factorHint((known?.factorPercent ?? 100) / 100)} ·{" "}
        {t.members(formats.value.count(known?.members ?? 0))}
      </p>
      <Gives {...props} wrong={wrong} />
    </Panel>
  );
}

function Moves(props: StepPanelProps & { name: string }) {
  const { step, n, last, view, name, onMove, onRemove } = props;
  const t = words.value;
  const held = (view.tiers.find((tier) => tier.id === step.id)?.members ?? 0) > 0;
  return (
    <span class="inline">
      <IconButton
        label={t.moveUp(name)}
        icon={<ArrowUp />}
        disabled={n === 1}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t.moveDown(name)}
        icon={<ArrowDown />}
        disabled={last}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={held ? `${t.remove(name)} · ${t.removeHeld}` : t.remove(name)}
        icon={<Trash2 />}
        disabled={held || (n === 1 && last)}
        onClick={onRemove}
      />
    </span>
  );
}

function Asks(props: {
  step: StepDraft;
  wrong: ReadonlySet<string>;
  first: boolean;
  onChange: StepPanelProps["onChange"];
}) {
  const { step, wrong, first, onChange } = props;
  const t = words.value;
  const text = (
    name: "nameZh" | "nameEn" | "thresholdFen" | "thresholdPoints" | "pricePoints" | "priceMonths",
    said: string,
  ) => ({
    autocomplete: "off",
    value: step[name],
    onInput: (value: string) => onChange({ [name]: value }),
    error: wrong.has(name) ? (step[name].trim() === "" ? t.required : said) : null,
  });
  return (
    <div class="fields-2">
      <Field label={t.nameZh} maxLength={20} {...text("nameZh", t.required)} />
      <Field label={t.nameEn} maxLength={40} {...text("nameEn", t.required)} />
      <Field
        label={t.thresholdFen}
        prefix="¥"
        inputMode="decimal"
        maxLength={12}
        {...text("thresholdFen", t.amount)}
      />
      <Field
        label={t.thresholdPoints}
        inputMode="numeric"
        maxLength={12}
        {...text("thresholdPoints", t.wholeNumber)}
      />
      {!first && (
        <>
          <Field
            label={t.pricePoints}
            hint={t.priceHint}
            optional
            inputMode="numeric"
            maxLength={9}
            {...text("pricePoints", t.wholeNumber)}
          />
          {step.pricePoints.trim() !== "" && (
            <Field
              label={t.priceMonths}
              inputMode="numeric"
              maxLength={3}
              {...text("priceMonths", t.wholeNumber)}
            />
          )}
        </>
      )}
      <label class="tier-colour">
        <span>{t.colour}</span>
        <input
          type="color"
          value={step.colour}
          onInput={(event) => onChange({ colour: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

function Gives(props: StepPanelProps & { wrong: ReadonlySet<string> }) {
  const { step, view, goods, wrong, onChange } = props;
  const t = words.value;
  return (
    <>
      <h3 class="tier-part">{t.discounts}</h3>
      <DiscountList
        value={step.discounts}
        goods={goods}
        wrong={wrong.has("discounts")}
        onChange={(discounts) => onChange({ discounts })}
      />
      <div class="fields-2">
        <Choice
          label={t.birthday}
          value={step.birthday}
          options={[
            { value: "none", label: t.birthdayNone },
            { value: "points", label: t.birthdayPoints },
            { value: "gift", label: t.birthdayGift },
          ]}
          onChange={(birthday) =>
            onChange({ birthday, birthdayGift: step.birthdayGift || view.gifts[0]?.id || "" })}
        />
        {step.birthday === "points" && (
          <Field
            label={t.birthdayPointsAmount}
            inputMode="numeric"
            autocomplete="off"
            maxLength={7}
            value={step.birthdayPoints}
            onInput={(birthdayPoints) => onChange({ birthdayPoints })}
            error={wrong.has("birthday") ? t.wholeNumber : null}
          />
        )}
        {step.birthday === "gift" && (
          <SelectField
            label={t.gift}
            value={step.birthdayGift}
            options={view.gifts.map((gift) => ({ value: gift.id, label: nameIn(gift) }))}
            onChange={(birthdayGift) => onChange({ birthdayGift })}
          />
        )}
      </div>
      <Switch
        label={t.freeDelivery}
        checked={step.freeDelivery}
        onChange={(freeDelivery) => onChange({ freeDelivery })}
      />
    </>
  );
}
