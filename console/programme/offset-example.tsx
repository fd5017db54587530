import { useState } from "preact/hooks";
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import { offsetOffer } from "../../shared/points/offset.ts";
import type { OffsetRules } from "../../shared/points/offset-rules.ts";
import { Field, formats, Panel, SelectField } from "../../shared/ui/index.ts";
import { fenOf, wholeOf } from "../form/typed-number.ts";
import { nameIn } from "../use-places.ts";
import "./example.css";
import { money, whole } from "./inputs.ts";
import { clockText, minutesOf } from "./typed.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";
import { minuteOf } from "../../shared/points/when.ts";

interface OffsetSale {
  amount: string;
  balance: string;
  tierId: string;
  day: string;
  clock: string;
}

/** How many points a sale could be paid with under these rules. */
export function OffsetExample({ rules }: { rules: OffsetRules | null }) {
  const t = words.value.offset;
  const x = words.value.example;
  const { tiers } = useNaming().programme;
  const [sale, setSale] = useState<OffsetSale>(() => ({
    amount: "268",
    balance: "5200",
    tierId: tiers[0]?.id ?? "",
    day: dayOf(Date.now()),
    clock: clockText(minuteOf(Date.now())),
  }));
  const put = (part: Partial<OffsetSale>) => setSale((before) => ({ ...before, ...part }));
  const amountFen = fenOf(sale.amount);
  const spendable = wholeOf(sale.balance);
  const minute = minutesOf(sale.clock);
  const fine = rules && amountFen >= 0 && spendable >= 0 && minute < 1440 && sale.day !== "";
  const offer = fine
    ? offsetOffer(rules, [{ n: 1, categoryIds: [], amountFen }], {
      tierId: sale.tierId || null,
      memberCategoryId: null,
      tags: [],
      spendable,
      debt: 0,
      usedToday: 0,
      at: startOfDay(sale.day) + minute * 60_000,
    })
    : null;
  return (
    <Panel title={x.title} tone="gold">
      <SaleFields sale={sale} onPut={put} />
      <div role="status" class="stack example-outcome">
        {!offer
          ? <p class="soft">{x.empty}</p>
          : "refused" in offer
          ? <p>{t.refusals[offer.refused]}</p>
          : (
            <>
              <p class="example-line">
                <strong class="numbers">{formats.value.moneyShort(offer.maxFen)}</strong>
                <span>{t.with(offer.maxPoints)}</span>
              </p>
              <p class="soft">{t.bounds[offer.boundBy]}</p>
            </>
          )}
      </div>
    </Panel>
  );
}

function SaleFields(
  props: { sale: OffsetSale; onPut: (part: Partial<OffsetSale>) => void },
) {
  const { sale, onPut } = props;
  const t = words.value.offset;
  const x = words.value.example;
  const { tiers } = useNaming().programme;
  return (
    <>
      <div class="fields-2">
        <Field
          label={x.amount}
          {...money}
          value={sale.amount}
          onInput={(amount) => onPut({ amount })}
        />
        <Field
          label={t.balance}
          {...whole}
          value={sale.balance}
          onInput={(balance) => onPut({ balance })}
        />
      </div>
      <div class="example-moment">
        <Field type="date" label={x.day} value={sale.day} onInput={(day) => onPut({ day })} />
        <Field
          label={x.clock}
          maxLength={5}
          autocomplete="off"
          value={sale.clock}
          onInput={(clock) => onPut({ clock })}
        />
        {tiers.length > 0 && (
          <SelectField
            label={x.tier}
            value={sale.tierId}
            options={tiers.map((each) => ({ value: each.id, label: nameIn(each) }))}
            onChange={(tierId) => onPut({ tierId })}
          />
        )}
      </div>
    </>
  );
}
