import { useState } from "preact/hooks";
import { Segmented } from "../../shared/ui/index.ts";
import { CategoryTree } from "./category-tree.tsx";
import { ProductPicker } from "./product-picker.tsx";
import type { RuleForm } from "./rule-form.ts";
import { Section } from "./side-panel.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** Which goods the rule covers: all, or chosen categories and products. */
export function LinesFields({ form }: { form: RuleForm }) {
  const t = words.value.lines;
  const { programme } = useNaming();
  const { categoryIds = [], productIds = [] } = form.draft.lines;
  const [chosen, setChosen] = useState(categoryIds.length + productIds.length > 0);
  const choose = (which: "all" | "chosen") => {
    setChosen(which === "chosen");
    if (which === "all") form.set((draft) => ({ ...draft, lines: {} }));
  };
  const put = (path: string, ids: string[]) => form.put(path, ids.length > 0 ? ids : undefined);
  const isProductBonus = form.draft.gives.kind === "bonus" && form.draft.gives.once === "product";
  return (
    <Section title={t.title} {...(isProductBonus ? { hint: t.productHint } : {})}>
      <Segmented
        label={t.title}
        value={chosen ? "chosen" : "all"}
        options={[{ value: "all", label: t.all }, { value: "chosen", label: t.chosen }]}
        onChange={choose}
      />
      {chosen && (
        <>
          <p class="small soft">{t.chosenHint}</p>
          <CategoryTree
            label={t.categories}
            categories={programme.categories}
            value={categoryIds}
            onChange={(ids) => put("lines.categoryIds", ids)}
          />
          <ProductPicker
            label={t.products}
            value={productIds}
            onChange={(ids) => put("lines.productIds", ids)}
          />
        </>
      )}
    </Section>
  );
}
