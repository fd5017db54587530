import { Search } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CategoryView } from "../../shared/goods/endpoints.ts";
import { Button, Field, Segmented, SelectField } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { browse, categories, findByCode } from "../sale/goods.ts";
import { nameOf } from "../shell/name-in.ts";
import { alsoUnknown, type GoodsFix, type ToFix, unknownItem } from "./fixed-lines.ts";
import { goodsSaid, type Said } from "./say-input.ts";
import type { TaskView } from "./tasks.ts";
import { useFind } from "./use-find.ts";
import { offlineWords } from "./words.ts";

export interface GoodsToFix extends ToFix {
  choose: (item: string, fix: GoodsFix | undefined) => void;
  /** A refusal may name one more. */
  hear: (refused: unknown) => void;
}

/** The goods of a sale that came back, to be corrected. */
export function useGoodsToFix(task: TaskView): GoodsToFix {
  const [toFix, setToFix] = useState<ToFix>(() => {
    const item = unknownItem(task);
    return { unknown: item === null ? [] : [item], fixes: {} };
  });
  const hear = (refused: unknown) => {
    const item = unknownItem(refused);
    if (item !== null) setToFix((now) => alsoUnknown(now, item));
  };
  const choose = (item: string, fix: GoodsFix | undefined) =>
    setToFix((now) => ({ ...now, fixes: { ...now.fixes, [item]: fix } }));
  return { ...toFix, choose, hear };
}

export const isFixed = ({ unknown, fixes }: GoodsToFix): boolean =>
  unknown.every((item) => fixes[item]);

/** The right goods for each item number that is not known. */
export function FixGoods(props: { task: TaskView; goods: GoodsToFix }) {
  const { task, goods } = props;
  useEffect(() => {
    if (categories.value.length === 0) void browse();
  }, []);
  return (
    <>
      {goods.unknown.map((item, i) => (
        <FixItem
          key={item}
          item={item}
          came={i > 0}
          said={saidOf(task, item)}
          fix={goods.fixes[item]}
          onFix={(fix) => goods.choose(item, fix)}
        />
      ))}
    </>
  );
}

/** The lines of the sale that have this item number, with what was paid. */
function saidOf({ input }: TaskView, item: string): string {
  const { lines = [] } = Object(input) as Said;
  return goodsSaid({ lines: lines.filter(({ sku }) => sku === item) }).join(" · ");
}

interface FixItemProps {
  item: string;
  /** It was named after the dialog was opened: it is brought into view. */
  came: boolean;
  said: string;
  fix: GoodsFix | undefined;
  onFix: (fix: GoodsFix | undefined) => void;
}

function FixItem(props: FixItemProps) {
  const { item, came, said, fix, onFix } = props;
  const t = offlineWords.value.task;
  const [by, setBy] = useState<"product" | "category">("product");
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (came) place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section class="stack offline-fix-item" aria-label={t.sku(item)} ref={place}>
      <p>
        <strong class="numbers">{said}</strong> <span class="soft small">{t.goodsHint}</span>
      </p>
      <Segmented
        block
        label={t.goodsBy}
        value={by}
        onChange={(next) => {
          setBy(next);
          onFix(undefined);
        }}
        options={[
          { value: "product", label: t.byProduct },
          { value: "category", label: t.byCategory },
        ]}
      />
      {by === "product" ? <FindProduct fix={fix} onFix={onFix} /> : (
        <SelectField
          label={t.category}
          value={fix && "category" in fix ? fix.category.id : ""}
          onChange={(id) => {
            const category = categories.value.find((each) => each.id === id);
            onFix(category && { category });
          }}
          options={[
            { value: "", label: t.chooseCategory },
            ...categories.value.map((each) => ({ value: each.id, label: fullName(each) })),
          ]}
        />
      )}
    </section>
  );
}

const fullName = (category: CategoryView): string => {
  const above = categories.value.find(({ id }) => id === category.parentId);
  return above ? `${fullName(above)} / ${nameOf(category)}` : nameOf(category);
};

function FindProduct({ fix, onFix }: Pick<FixItemProps, "fix" | "onFix">) {
  const t = offlineWords.value.task;
  const [text, setText] = useState("");
  const [missed, setMissed] = useState(false);
  const { busy, error, find, forget } = useFind(
    (product: Awaited<ReturnType<typeof findByCode>>) => {
      setMissed(!product);
      onFix(product ? { product } : undefined);
    },
  );
  return (
    <>
      <form
        class="find-member"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void find(() => findByCode(text.trim()));
        }}
      >
        <Field
          label={t.productCode}
          error={missed ? t.noProduct : null}
          value={text}
          onInput={(typed) => {
            forget();
            setText(typed);
            setMissed(false);
            onFix(undefined);
          }}
          maxLength={64}
          autocomplete="off"
        />
        <Button type="submit" icon={<Search />} busy={busy} disabled={!text.trim()}>
          {t.findProduct}
        </Button>
      </form>
      {fix && "product" in fix && (
        <p class="offline-found" role="status">{t.foundProduct(nameOf(fix.product))}</p>
      )}
      <Trouble error={error} />
    </>
  );
}
