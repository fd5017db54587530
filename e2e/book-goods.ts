/** A sale that came back because nobody knows its goods, booked by hand. @module */
import { expect } from "vitest";
import { hexinProducts } from "../api/demo/goods-hexin.ts";
import type { Db } from "../api/db/open.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import { storeId } from "./callers.ts";
import { UNKNOWN } from "./offline-queue.ts";
import { answeredLate } from "./late-answer.ts";
import type { Till } from "./till.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const t = zh.task;
const product = hexinProducts.filter(({ barcode }) => barcode !== null)[1]!;

/** Books goods as another product and as a category. Nothing is booked before it is said what they
 *  were; the house names the second only once the first is right.
 *  @param look at the dialog as it is booked */
export const bookGoods = async (
  { page }: Till,
  db: Db,
  look: () => Promise<void>,
): Promise<void> => {
  const task = page.locator(".offline-task", { hasText: words.problem("product-unknown") });
  await task.getByRole("button", { name: t.book }).click();
  const dialog = page.getByRole("dialog");
  const book = dialog.getByRole("button", { name: t.book, exact: true });
  const [first, second] = UNKNOWN.map(({ sku }) =>
    dialog.getByRole("region", { name: t.sku(sku) })
  );
  await dialog.getByRole("button", { name: t.reasons.book.sale[1]! }).click();
  const find = async (code: string) => {
    await first!.getByLabel(t.productCode).fill(code);
    await first!.getByRole("button", { name: t.findProduct }).click();
  };
  await find("000");
  await first!.getByText(t.noProduct).waitFor();
  expect(await book.isDisabled()).toBe(true);
  await find(product.barcode!);
  await first!.getByText(t.foundProduct(product.nameZh)).waitFor();
  await book.click();
  await second!.waitFor();
  expect(await book.isDisabled()).toBe(true);
  const [category] = await db.execute(
    `select id, name_zh as name from category
     where brand_id = (select brand_id from store where id = ?) order by code limit 1`,
    [storeId],
  );
  await second!.getByText(t.byCategory, { exact: true }).click();
  await second!.getByLabel(t.category, { exact: true }).selectOption(String(category!.id));
  await look();
  await book.click();
  await dialog.waitFor({ state: "hidden" });
  const lines = await db.execute(
    `select p.sku, l.name, case when p.id is null then l.category_id end as category,
       l.quantity_milli as milli, l.amount_fen as fen
     from sale_line l join sale s on s.id = l.sale_id left join product p on p.id = l.product_id
     where s.order_no = 'Q-0060' order by l.n`,
  );
  const paid = UNKNOWN.map(({ quantityMilli: milli, amountFen: fen }) => ({ milli, fen }));
  expect(lines).toEqual([
    { sku: product.sku, name: product.nameZh, category: null, ...paid[0] },
    { sku: null, name: category!.name, category: category!.id, ...paid[1] },
  ]);
};

/** Names the member whose sale it was. The answer to a number that has been changed meanwhile, which
 *  comes late, names nobody. */
export const findOther = async ({ page }: Till, card: string): Promise<void> => {
  const dialog = page.getByRole("dialog");
  const number = dialog.getByLabel(t.number);
  const find = dialog.getByRole("button", { name: t.find, exact: true });
  const found = dialog.locator(".offline-found");
  await answeredLate(
    page,
    "**/api/scans",
    async () => {
      await number.fill(card);
      await find.click();
    },
    () => number.fill("91"),
  );
  expect(await found.count()).toBe(0);
  await number.fill(card);
  await find.click();
  await found.waitFor();
};
