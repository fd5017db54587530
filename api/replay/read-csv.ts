/** Rows of a CSV file (RFC 4180, plain or gzip) as objects, one at a time. Quoted fields may hold
 *  commas, doubled quotes and line breaks; lines end with LF or CRLF; a byte order mark is dropped.
 *  @module */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** @param line number of the record's first line; @param fault why it is no row of this file */
export type CsvRow = { line: number; values: Record<string, string>; fault: string | null };

/** Fields of one record, its line breaks included. */
export const fieldsOf = (record: string): string[] => {
  if (!record.includes('"')) return record.split(",");
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const c = record[i]!;
    if (c === '"' && quoted && record[i + 1] === '"') field += record[++i];
    else if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) {
      fields.push(field);
      field = "";
    } else field += c;
  }
  return [...fields, field];
};

/** The path itself, or with .gz behind it, whichever is there, opened and unpacked. */
const openCsv = (path: string): Readable => {
  const file = createReadStream(path);
  if (!path.endsWith(".gz")) return file;
  const unpacked = createGunzip();
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
};

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  const input = openCsv(path).setEncoding("utf8");
  try {
    for await (const chunk of input) {
      const lines = (rest + (chunk as string)).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (rest) yield rest;
}

const quotesIn = (text: string): number => {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes;
};

type Record_ = { line: number; text: string; open: boolean };

/** Lines put together where a quoted field goes over several. */
async function* recordsOf(path: string): AsyncGenerator<Record_> {
  let line = 0;
  let held: Record_ | null = null;
  for await (const text of linesOf(path)) {
    line++;
    const record: Record_ = held
      ? { ...held, text: `${held.text}\n${text}` }
      : { line, text: line === 1 ? text.replace(/^\ufeff/, "") : text, open: false };
    // A record is whole when its quotes are even in number.
    record.open = record.open !== (quotesIn(text) % 2 === 1);
    held = record.open ? record : null;
    if (!held) yield { ...record, text: record.text.replace(/\r$/, "") };
  }
  if (held) yield held;
}

const faultOf = ({ open }: Record_, fields: number, named: number): string | null => {
  if (open) return "a quote is opened and never closed";
  return fields === named ? null : `the line has ${fields} fields, the heading ${named}`;
};

/** The names in the heading. @throws Error if the file is not there or empty */
export const headingOf = async (path: string): Promise<string[]> => {
  for await (const { text } of recordsOf(path)) return fieldsOf(text).map((name) => name.trim());
  throw new Error(`${path} is empty`);
};

/** @throws Error if the file is not there or is no gzip though it is called so */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  let names: string[] | null = null;
  for await (const record of recordsOf(path)) {
    if (!record.text.trim()) continue;
    const fields = fieldsOf(record.text);
    if (!names) {
      names = fields.map((name) => name.trim());
      continue;
    }
    yield {
      line: record.line,
      values: Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""])),
      fault: faultOf(record, fields.length, names.length),
    };
  }
}

/** One record, fields quoted where they must be. */
export const csvLine = (fields: readonly (string | number)[]): string =>
  fields.map(String).map((f) => /[",\r\n]/.test(f) ? `"${f.replaceAll('"', '""')}"` : f).join(",");
