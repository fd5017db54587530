import { formatsOf } from "../../format.ts";
import type { GoodsWording } from "./zh.ts";

const f = formatsOf("en");

/** English of the goods. */
export const en: GoodsWording = {
  title: "Goods",
  lead:
    "What the counter can ring up; usually imported by a till or ERP, found and put right here.",
  search: "Find",
  searchHint: "Name, item number or barcode",
  category: (level) => ["Department", "Category", "Type"][level] ?? `Level ${level + 1}`,
  anyCategory: "All",
  found: (count) => count === 1 ? "1 product" : `${f.count(count)} products`,
  product: "Product",
  sku: "Item number",
  barcode: "Barcode",
  inCategory: "Category",
  price: "Price",
  noPrice: "No price",
  kind: "Kind",
  kinds: { "goods": "Goods", "service": "Service", "gift-card": "Gift card" },
  kindHint: "Gift cards earn no points and cannot be paid with points",
  state: "State",
  states: { listed: "On sale", hidden: "Hidden" },
  anyState: "All",
  none: "None",
  noneTitle: "No goods yet",
  noneText: "A till or ERP imports them through the API; until then the counter types amounts.",
  nothingTitle: "No such goods",
  nothingText: "Try another word, or another category.",
  editTitle: (name) => `Change ${name}`,
  nameZh: "Name in Chinese",
  nameEn: "Name in English",
  barcodeRule: "Letters, digits and . : / - _ only, at most 64",
  unit: "Unit",
  weighed: "Sold by weight",
  listed: "On sale",
  listedHint: "A counter cannot find it when hidden; past sales and rules stay as they are",
  importHint:
    "The next import of this item number brings its own names, price and barcode; kind and hiding stay.",
  save: "Save",
  saved: "Product saved",
};
