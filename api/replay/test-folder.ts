/** A small folder of sales for tests, the same for the same seed: as awkward as other systems write
 *  (byte order mark, CRLF, quotes, line breaks in fields, decimal commas, date and time apart, weights,
 *  discounts apart, returns, nobody's sales, lines that cannot be booked), with its mapping and the
 *  second opinion's SQL. @module */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Mapping } from "./mapping.ts";
import { csvLine } from "./read-csv.ts";

const mapping: Mapping = {
  brand: { zh: "街角食品", en: "Corner Food" },
  zone: "Europe/Berlin",
  money: { unit: "main", decimals: 3, mark: ",", group: "." },
  sales: {
    file: "till lines.csv",
    sale: "Bon",
    time: { column: "Datum", format: "D.M.YYYY", timeColumn: "Uhrzeit", timeFormat: "HH:mm" },
    store: { column: "Filiale", nameZh: "{}店", nameEn: "{}" },
    member: { column: "Kunde", none: ["", "0"], nameZh: "会员 {}" },
    product: "Artikel",
    quantity: "Menge",
    amount: { column: "Betrag", less: ["Rabatt", "Aktion"] },
    returns: { by: "negative", of: "zu Bon" },
    skip: [{ column: "Artikel", is: ["PFAND"], why: "deposits are no goods" }],
  },
  products: {
    file: "goods.csv",
    product: "Artikel",
    name: ["Name"],
    price: "Preis",
    levels: ["Bereich", "Gruppe", "Art"],
  },
  tiers: { from: [15_000, 45_000], excluded: ["Getränke", "Alkohol"] },
};

const number = (column: string): string =>
  `cast(round(1000 * replace(replace(${column}, '.', ''), ',', '.')) as integer)`;

const opinion = `
create view sold as
select
  coalesce(nullif(l."zu Bon", ''), l.Bon) as sale,
  l.Kunde as member,
  printf('%s-%02d-%02d %s', substr(l.Datum, -4),
    cast(substr(l.Datum, instr(l.Datum, '.') + 1) as integer), cast(l.Datum as integer), l.Uhrzeit
  ) as at,
  (${number("l.Betrag")} - ${number("l.Rabatt")} - ${number("l.Aktion")}) / 10 as cents,
  g.Bereich = 'Getränke' and g.Gruppe = 'Alkohol' as excluded,
  l.Menge like '-%' as returned
from till_lines l join goods g on g.Artikel = l.Artikel
where l.Kunde not in ('', '0') and l.Betrag glob '*[0-9]*' and l.Menge <> '0'
  and l."zu Bon" <> 'gone' and l.Datum not like '31.2.%';
`;

const kinds: [string, string, string][] = [
  ["Frisch", "Obst", "Äpfel, lose"],
  ["Frisch", "Obst", "Beeren"],
  ["Frisch", "Käse", 'Käse "jung"'],
  ["Getränke", "Wasser", "Still"],
  ["Getränke", "Alkohol", "Wein"],
  ["Getränke", "Alkohol", "Bier"],
  ["Haushalt", "Papier", "Servietten\r\nklein"],
];

/** mulberry32 */
const chance = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const written = (thousandths: number): string => {
  const [whole, part] = [Math.floor(thousandths / 1000), thousandths % 1000];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ".");
  return part ? `${grouped},${String(part).padStart(3, "0").replace(/0+$/, "")}` : grouped;
};

type Line = Record<
  | ("Bon" | "Datum" | "Uhrzeit" | "Filiale" | "Kunde" | "Artikel")
  | ("Menge" | "Betrag" | "Rabatt" | "Aktion" | "zu Bon"),
  string
>;

const heading: (keyof Line)[] = [
  ...(["Bon", "Datum", "Uhrzeit", "Filiale", "Kunde", "Artikel"] as const),
  ...(["Menge", "Betrag", "Rabatt", "Aktion", "zu Bon"] as const),
];

const goodsMax = 40;

const goodsOf = (random: () => number): string[][] =>
  Array.from({ length: goodsMax }, (_, i) => {
    const kind = kinds[i % kinds.length]!;
    const price = written(10 * (20 + Math.floor(random() * 4000)));
    return [`A-${i}`, `${kind[2]} ${i}`, price, ...kind];
  });

/** The lines of a sale on a day of half a year, some of them a weight, some less a discount. */
const saleOf = (random: () => number, i: number, sales: number, members: number): Line[] => {
  const day = new Date(Date.UTC(2024, 0, 2 + Math.floor(i / sales * 180)));
  const whose = random() < 0.1 ? "0" : `K${Math.floor(random() ** 2 * members) + 1}`;
  const two = (n: number) => String(n).padStart(2, "0");
  const head = {
    Bon: `B${10_000 + i}`,
    Datum: `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`,
    Uhrzeit: `${two(8 + Math.floor(random() * 12))}:${two(Math.floor(random() * 60))}`,
    Filiale: ["Nord", "Süd am Markt", "7"][Math.floor(random() * 3)]!,
    Kunde: whose,
    "zu Bon": "",
  };
  return Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const cents = 20 + Math.floor(random() ** 3 * 8000);
    return {
      ...head,
      Artikel: `A-${Math.floor(random() * goodsMax)}`,
      Menge: random() < 0.2
        ? written(50 + Math.floor(random() * 3000))
        : String(1 + Math.floor(random() * 4)),
      Betrag: written(cents * 10),
      Rabatt: random() < 0.2 ? written(Math.floor(cents / 10) * 10) : "0",
      Aktion: random() < 0.1 ? "0,05" : "",
    };
  });
};

/** Every ninth sale brings something back after the last day: by then no tier rests on it. */
const returnsOf = (lines: readonly Line[]): Line[] =>
  lines.filter((line, i) => i % 9 === 0 && line.Kunde !== "0").map((line, i) => ({
    ...line,
    Bon: `R${i}`,
    Datum: "15.7.2024",
    Menge: `-${line.Menge}`,
    Betrag: `-${line.Betrag}`,
    Rabatt: line.Rabatt === "0" ? "0" : `-${line.Rabatt}`,
    Aktion: line.Aktion ? `-${line.Aktion}` : "",
    "zu Bon": line.Bon,
  }));

/** Lines that cannot be booked, with their reasons. */
const wrongs = (line: Line): [Line, string][] => [
  [{ ...line, Artikel: "PFAND" }, "left out by the mapping: deposits are no goods"],
  [{ ...line, Artikel: "A-none" }, "the product is not in the list of products"],
  [{ ...line, Menge: "0" }, 'quantity "0" is not above 0'],
  [{ ...line, Betrag: "n/a" }, 'amount "n/a" is not one with at most 3 decimals'],
  [{ ...line, Datum: "31.2.2024" }, 'time "31.2.2024 10:00" is not D.M.YYYY HH:mm'],
  [
    { ...line, Menge: "-1", Betrag: "-1", "zu Bon": "gone" },
    "nothing was sold before that this could be a return of",
  ],
];

export type TestFolder = {
  folder: string;
  /** Path of the mapping; the SQL lies beside it. */
  mapping: string;
  /** Why lines cannot be booked, one for each, in order of the alphabet. */
  reasons: string[];
};

/** Writes `sales` sales of `members` members, and what cannot be booked, into a folder. */
export const makeTestFolder = async (
  folder: string,
  { sales, members, seed }: { sales: number; members: number; seed: number },
): Promise<TestFolder> => {
  const random = chance(seed);
  const goods = goodsOf(random);
  const sold = Array.from({ length: sales }, (_, i) => saleOf(random, i, sales, members)).flat();
  const bad = wrongs({ ...sold[0]!, Bon: "X1", Uhrzeit: "10:00", Kunde: "K1", Rabatt: "0" });
  const nothing = { ...sold[0]!, Bon: "X2", Kunde: "K1", Betrag: "0", Rabatt: "0", Aktion: "0" };
  // Lines of a sale need not stand together, and the file need not be in order of time.
  const lines = [...returnsOf(sold), ...bad.map(([line]) => line), nothing, ...sold];
  const rows = lines.map((line) => csvLine(heading.map((name) => line[name])));
  const text = `\ufeff${[csvLine(heading), ...rows, "X3,too short"].join("\r\n")}\r\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "till lines.csv"), text);
  const names = ["Artikel", "Name", "Preis", "Bereich", "Gruppe", "Art"];
  const list = [names, ...goods].map(csvLine).join("\r\n");
  await writeFile(join(folder, "goods.csv.gz"), gzipSync(list));
  const path = join(folder, "corner-food.json");
  await writeFile(path, JSON.stringify(mapping));
  await writeFile(path.replace(".json", ".sql"), opinion);
  const reasons = [
    ...bad.map(([, reason]) => reason),
    "the line has 2 fields, the heading 11",
    "the sale comes to 0.00: there is nothing to book",
  ];
  return { folder, mapping: path, reasons: reasons.sort() };
};
