/** What the demo chain sells: shapes, and the numbers on the packages. @module */

/** [code, parent code or null, zh, en] */
export type CategoryData = readonly [
  code: string,
  parent: string | null,
  zh: string,
  en: string,
];

/** [category, zh, en, price in fen, unit, how often it is bought]; price of a kilogram where the unit
 *  is 千克. */
export type ProductData = readonly [
  category: string,
  zh: string,
  en: string,
  priceFen: number,
  unit: string,
  weight: number,
];

export type DemoProduct = {
  id: string;
  sku: string;
  barcode: string | null;
  categoryCode: string;
  nameZh: string;
  nameEn: string;
  priceFen: number;
  unitName: string;
  weighed: boolean;
  /** How often it lands in a basket, against the others of the brand. */
  weight: number;
};

/** The thirteenth digit of an EAN-13 (GS1 General Specifications, 7.9). */
export const eanDigit = (twelve: string): string => {
  const sum = [...twelve].reduce((s, digit, i) => s + Number(digit) * (i % 2 ? 3 : 1), 0);
  return String((10 - sum % 10) % 10);
};

/** Products with SKU and barcode: packaged goods get an EAN-13 of the shop's own invented range,
 *  what is weighed at the counter has none. */
export const productsOf = (
  brand: string,
  letter: string,
  list: readonly ProductData[],
): DemoProduct[] =>
  list.map(([categoryCode, nameZh, nameEn, priceFen, unitName, weight], i) => {
    const number = String(i + 1).padStart(4, "0");
    const weighed = unitName === "千克";
    const twelve = `69700${letter === "H" ? "21" : "35"}0${number}`;
    return {
      id: `prd_${brand}_${number}`,
      sku: `${letter}${number}`,
      barcode: weighed ? null : twelve + eanDigit(twelve),
      categoryCode,
      nameZh,
      nameEn,
      priceFen,
      unitName,
      weighed,
      weight,
    };
  });
