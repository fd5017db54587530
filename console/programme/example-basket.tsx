import { Plus, Trash2 } from "lucide-preact";
import { Button, Field, IconButton, SelectField } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { type ExampleLine, pathOf } from "./example-sale.ts";
import { money, whole } from "./inputs.ts";
import { type RuleNaming, useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What is typed of a line; the amount stays as it was typed. */
export interface TypedLine extends Pick<ExampleLine, "productId" | "categoryId"> {
  amount: string;
  quantity: string;
}

/** The goods of the example, line by line. */
export function Basket(props: { lines: TypedLine[]; onChange: (lines: TypedLine[]) => void }) {
  const { lines, onChange } = props;
  const t = words.value.example;
  const put = (i: number, part: Partial<TypedLine>) =>
    onChange(lines.map((line, at) => at === i ? { ...line, ...part } : line));
  return (
    <>
      <ul class="basket" aria-label={t.basket}>
        {lines.map((line, i) => (
          <BasketLine
            key={i}
            line={line}
            first={i === 0}
            onPut={(part) => put(i, part)}
            onRemove={lines.length > 1 ? () => onChange(lines.filter((_, at) => at !== i)) : null}
            n={i + 1}
          />
        ))}
      </ul>
      <div>
        <Button
          size="s"
          variant="quiet"
          icon={<Plus />}
          disabled={lines.length >= 8}
          onClick={() =>
            onChange([...lines, {
              productId: null,
              categoryId: null,
              amount: "50",
              quantity: "1",
            }])}
        >
          {t.addLine}
        </Button>
      </div>
    </>
  );
}

function BasketLine(props: {
  line: TypedLine;
  n: number;
  /** Its labels are shown for all. */
  first: boolean;
  onPut: (part: Partial<TypedLine>) => void;
  onRemove: (() => void) | null;
}) {
  const { line, n, first, onPut, onRemove } = props;
  const t = words.value.example;
  const naming = useNaming();
  return (
    <li class="basket-line">
      <SelectField
        label={t.goods}
        labelHidden={!first}
        value={line.productId ? `p:${line.productId}` : line.categoryId ?? ""}
        options={goodsOptions(naming, line)}
        onChange={(value) =>
          onPut(
            value.startsWith("p:")
              ? { productId: value.slice(2), categoryId: null }
              : { productId: null, categoryId: value || null },
          )}
      />
      <Field
        label={t.pieces}
        labelHidden={!first}
        {...whole}
        value={line.quantity}
        onInput={(quantity) => onPut({ quantity })}
      />
      <Field
        label={t.amount}
        labelHidden={!first}
        {...money}
        value={line.amount}
        onInput={(amount) => onPut({ amount })}
      />
      {onRemove
        ? (
          <IconButton
            label={t.removeLine(n)}
            icon={<Trash2 />}
            onClick={onRemove}
          />
        )
        : <span />}
    </li>
  );
}

/** All categories as paths, and the product that the line holds. */
function goodsOptions(naming: RuleNaming, line: TypedLine) {
  const t = words.value.example;
  const { categories } = naming.programme;
  const product = line.productId ? naming.product(line.productId) : undefined;
  return [
    { value: "", label: t.anyGoods },
    ...(line.productId
      ? [{ value: `p:${line.productId}`, label: product ? nameIn(product) : line.productId }]
      : []),
    ...categories.map((each) => ({
      value: each.id,
      label: pathOf(each.id, categories).reverse()
        .map((id) => nameIn(categories.find((c) => c.id === id)!)).join(" › "),
    })),
  ];
}
