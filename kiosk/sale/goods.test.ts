import { afterEach, expect, test } from "vitest";
import { holdAnswers } from "../bench/held-answers.ts";
import { products } from "../bench/goods.ts";
import { LOADING } from "../shell/loaded.ts";
import { browse, onlyOne, search, shelf } from "./goods.ts";

const [milk] = products;

afterEach(() => {
  search.value = "";
  shelf.value = LOADING;
});

test("only what answers the text that stands in the search is taken for it", async () => {
  const asked = holdAnswers();
  search.value = milk!.sku;
  void browse();
  expect(onlyOne()).toBeUndefined();
  await asked[0]!.answer({ products: [milk], categories: [], nextAfter: null });
  expect(onlyOne()).toEqual(milk);
  search.value = "10047";
  expect(onlyOne()).toBeUndefined();
  void browse();
  search.value = "1004";
  await asked[1]!.answer({ products: [], categories: [], nextAfter: null });
  expect(onlyOne()).toBeUndefined();
});
