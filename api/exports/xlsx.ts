/** An Excel workbook (ECMA-376) of one sheet, written row by row. Texts are inline strings: a cell
 *  that begins with "=" is text and never a formula. @module */
import { SHANGHAI_OFFSET } from "../../shared/business-day.ts";
import { zipOf } from "./zip.ts";

/** A text, a number, an instant (ms) or an amount in fen. */
export type Cell = string | number | null | { at: number } | { fen: number };
export type SheetColumn = { title: string; width: number };

/** Most characters that Excel takes in one cell. */
const cellMax = 32_767;

/** What XML 1.0 can carry: no control characters, no halves of characters. */
const clean = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .slice(0, cellMax).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

/** Days since 1899-12-30 on the stores' own clock. */
const serial = (at: number): number => (at + SHANGHAI_OFFSET * 60_000) / 86_400_000 + 25_569;

/** Styles by their place in the table below. */
const style = { head: 1, instant: 2, money: 3 };

const text = (value: string, s = 0): string =>
  `<c t="inlineStr"${s ? ` s="${s}"` : ""}><is><t xml:space="preserve">${
    clean(value)
  }</t></is></c>`;

const cell = (value: Cell): string => {
  if (value === null) return "<c/>";
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  if ("fen" in value) return `<c s="${style.money}"><v>${value.fen / 100}</v></c>`;
  return `<c s="${style.instant}"><v>${serial(value.at)}</v></c>`;
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const package_ = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${xml}<Types xmlns="${package_}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relations = (inner: string): string =>
  `${xml}<Relationships xmlns="${package_}/relationships">${inner}</Relationships>`;
const styles = `${xml}<styleSheet xmlns="${main}">` +
  `<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>` +
  `<numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts>` +
  `<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill>` +
  `<fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/>` +
  `<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs>` +
  `</styleSheet>`;

/** Sheet names hold at most 31 characters and none of these. */
const sheetName = (name: string): string => clean(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31));

async function* sheet(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>`;
  for (const [i, { width }] of columns.entries()) {
    yield `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  }
  yield `</cols><sheetData><row>${columns.map((c) => text(c.title, style.head)).join("")}</row>`;
  for await (const row of rows) yield `<row>${row.map(cell).join("")}</row>`;
  yield "</sheetData></worksheet>";
}

/** The workbook's bytes, as fast as they are taken. */
export const xlsxOf = (
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> =>
  zipOf([
    { name: "[Content_Types].xml", parts: [contentTypes] },
    {
      name: "_rels/.rels",
      parts: [relations(relation("r1", "officeDocument", "xl/workbook.xml"))],
    },
    {
      name: "xl/workbook.xml",
      parts: [
        `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        `<sheet name="${sheetName(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      parts: [relations(
        relation("r1", "worksheet", "worksheets/sheet1.xml") +
          relation("r2", "styles", "styles.xml"),
      )],
    },
    { name: "xl/styles.xml", parts: [styles] },
    { name: "xl/worksheets/sheet1.xml", parts: sheet(columns, rows) },
  ]);
