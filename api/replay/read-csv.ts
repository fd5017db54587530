/** Rows of a CSV file (RFC 4180, plain or gzip) as objects, one at a time. @module */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** Fields of one line; quotes may hold commas and doubled quotes, but no line breaks. */
export const fieldsOf = (line: string): string[] => {
  if (!line.includes('"')) return line.split(",");
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c === '"' && quoted && line[i + 1] === '"') field += line[++i];
    else if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) {
      fields.push(field);
      field = "";
    } else field += c;
  }
  return [...fields, field];
};

export type CsvRow = { line: number; values: Record<string, string> };

/** @throws Error if the file is not there or a row has another number of fields than the heading */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  let names: string[] | null = null;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    if (!text.trim()) continue;
    const fields = fieldsOf(text.replace(/^\ufeff/, ""));
    if (!names) {
      names = fields;
      continue;
    }
    const heading = names;
    if (fields.length !== heading.length) {
      throw new Error(`${path}:${line} has ${fields.length} fields, the heading ${heading.length}`);
    }
    yield { line, values: Object.fromEntries(heading.map((name, i) => [name, fields[i]!])) };
  }
}
