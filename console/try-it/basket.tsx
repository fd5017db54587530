import { Plus, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { listGoods } from "../../shared/goods/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Button,
  Checkbox,
  Field,
  formats,
  IconButton,
  List,
  Panel,
  Row,
  SelectField,
} from "../../shared/ui/index.ts";
import { fenOf, yuanText } from "../form/typed-number.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { milliOf, type TypedLine, type TypedTrial } from "./typed-trial.ts";
import { useRested } from "./use-rested.ts";
import { words } from "./words.ts";

type Product = AnswerOf<typeof listGoods>["products"][number];

const SHOWN = 6;

/** What is bought: goods by search, or bare amounts. */
export function Basket(
  props: {
    brandId: string;
    programme: ProgrammeView;
    typed: TypedTrial;
    set: (part: Partial<TypedTrial>) => void;
  },
) {
  const { brandId, programme, typed, set } = props;
  const t = words.value;
  const { lines } = typed;
  const nextKey = Math.max(0, ...lines.map((line) => line.key + 1));
  const add = (line: Partial<TypedLine>) =>
    set({
      lines: [...lines, {
        key: nextKey,
        productId: null,
        name: "",
        categoryId: "",
        giftCard: false,
        quantity: "1",
        amount: "",
        priceFen: 0,
        ...line,
      }],
    });
  const change = (key: number, part: Partial<TypedLine>) =>
    set({ lines: lines.map((line) => line.key === key ? { ...line, ...part } : line) });
  const total = lines.reduce((sum, line) => sum + (fenOf(line.amount) || 0), 0);
  return (
    <Panel
      title={t.basket}
      action={<span class="numbers">{`${t.total} ${formats.value.money(total)}`}</span>}
    >
      <div class="stack">
        {lines.length === 0 && <p class="soft">{t.basketEmpty}</p>}
        {lines.map((line, index) => (
          <Line
            key={line.key}
            line={line}
            name={line.name || `${t.amountLine} ${index + 1}`}
            programme={programme}
            change={(part) => change(line.key, part)}
            remove={() => set({ lines: lines.filter((each) => each.key !== line.key) })}
          />
        ))}
        <FindGoods
          brandId={brandId}
          onChosen={(product) =>
            add({
              productId: product.id,
              name: nameIn(product),
              priceFen: product.priceFen,
              amount: yuanText(product.priceFen),
            })}
        />
        <div>
          <Button icon={<Plus />} data-act="add-amount" onClick={() => add({ amount: "100" })}>
            {t.addAmount}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Line(
  props: {
    line: TypedLine;
    name: string;
    programme: ProgrammeView;
    change: (part: Partial<TypedLine>) => void;
    remove: () => void;
  },
) {
  const { line, name, programme, change, remove } = props;
  const t = words.value;
  const quantity = (text: string) => {
    const milli = milliOf(text);
    const follows = line.priceFen > 0 && Number.isInteger(milli);
    const amount = follows ? yuanText(Math.round(line.priceFen * milli / 1000)) : line.amount;
    change({ quantity: text, amount });
  };
  return (
    <fieldset class="try-line">
      <legend>{name}</legend>
      <Field
        label={t.quantity}
        inputMode="decimal"
        value={line.quantity}
        onInput={quantity}
        error={Number.isNaN(milliOf(line.quantity)) ? t.numberRule : null}
      />
      <Field
        label={t.amount}
        inputMode="decimal"
        prefix="¥"
        value={line.amount}
        onInput={(amount) => change({ amount })}
        error={Number.isNaN(fenOf(line.amount)) ? t.numberRule : null}
      />
      {line.productId === null && (
        <>
          <SelectField
            label={t.category}
            value={line.categoryId}
            options={[
              { value: "", label: t.noCategory },
              ...programme.categories.map((each) => ({ value: each.id, label: nameIn(each) })),
            ]}
            onChange={(categoryId) => change({ categoryId })}
          />
          <Checkbox
            label={t.giftCard}
            checked={line.giftCard}
            onChange={(giftCard) => change({ giftCard })}
          />
        </>
      )}
      <IconButton label={t.remove(name)} icon={<Trash2 />} onClick={remove} />
    </fieldset>
  );
}

function FindGoods(props: { brandId: string; onChosen: (product: Product) => void }) {
  const { brandId, onChosen } = props;
  const t = words.value;
  const [text, setText] = useState("");
  const search = useRested(text.trim());
  const found = useLoad(
    `goods:${brandId}:${search}`,
    (signal) =>
      search
        ? ask(listGoods, { query: { brandId, search, limit: SHOWN, categories: "none" }, signal })
        : Promise.resolve(null),
    { linger: true },
  );
  const products = search === "" ? [] : found.data?.products ?? [];
  return (
    <div class="stack" style={{ "--gap": "var(--s2)" }}>
      <Field
        label={t.find}
        hint={t.findHint}
        type="search"
        autocomplete="off"
        value={text}
        onInput={setText}
      />
      {products.length > 0 && (
        <List label={t.found}>
          {products.map((product) => (
            <Row
              key={product.id}
              title={nameIn(product)}
              detail={product.sku}
              end={<span class="numbers">{formats.value.money(product.priceFen)}</span>}
              onClick={() => {
                onChosen(product);
                setText("");
              }}
            />
          ))}
        </List>
      )}
      {search !== "" && found.data && !found.loading && products.length === 0 && (
        <p class="soft" role="status">{t.noProduct(search)}</p>
      )}
    </div>
  );
}
