import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportLists } from "../../shared/exports/lists.ts";
import { listAudit } from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import type { Caller } from "../test-house.ts";
import { type Cell, xlsxOf } from "./xlsx.ts";

/** Files of an archive, read by its directory as any reader would. */
const unzip = (bytes: Buffer): Record<string, string> => {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const text = inflateRawSync(bytes.subarray(data, data + packed)).toString("utf8");
    expect(text.length).toBeLessThanOrEqual(bytes.readUInt32LE(at + 24));
    files[name] = text;
    at += 46 + nameLength;
  }
  return files;
};

const gather = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
async function* rowsFrom(rows: readonly (readonly Cell[])[]) {
  yield* rows;
}
const sheetOf = (files: Record<string, string>): string => files["xl/worksheets/sheet1.xml"]!;
/** Texts and numbers of a sheet, row by row. */
const cells = (files: Record<string, string>): string[][] =>
  [...sheetOf(files).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c(?:\/>|[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>)/gs)]
      .map(([, text, number]) => text ?? number ?? "")
  );

describe("a workbook", () => {
  const columns = [{ title: "名称", width: 20 }, { title: "值", width: 10 }];

  test("holds what it was given; a formula is text and stays text", async () => {
    const files = unzip(
      await gather(xlsxOf(
        "会员",
        columns,
        rowsFrom([
          ["=cmd|'/c calc'!A1", 12],
          ['<b>&"引号"\u0000\u0007', { fen: 1_250 }],
          ["-1+1", { at: Date.UTC(2026, 0, 1, 4) }],
          [null, null],
        ]),
      )),
    );
    expect(cells(files)).toEqual([
      ["名称", "值"],
      ["=cmd|'/c calc'!A1", "12"],
      ["&lt;b&gt;&amp;&quot;引号&quot;", "12.5"],
      ["-1+1", "46023.5"],
      ["", ""],
    ]);
    expect(sheetOf(files)).not.toContain("<f>");
    expect(Object.keys(files)).toContain("[Content_Types].xml");
  });

  test("of many rows comes in pieces, and the system's own unzip finds it sound", async () => {
    const many = Array.from({ length: 30_000 }, (_, n) => [`会员 ${n} ${n * 7919}`, n]);
    const parts: number[] = [];
    async function* watched() {
      for await (const part of xlsxOf("大", columns, rowsFrom(many))) {
        parts.push(part.length);
        yield part;
      }
    }
    const bytes = await gather(watched());
    expect(parts.length).toBeGreaterThan(15);
    expect(cells(unzip(bytes))).toHaveLength(30_001);
    const folder = mkdtempSync(join(tmpdir(), "jifu-xlsx-"));
    const path = join(folder, "a.xlsx");
    writeFileSync(path, bytes);
    try {
      const told = execFileSync("unzip", ["-t", path], { encoding: "utf8" });
      expect(told).toContain("No errors detected");
    } catch (error) {
      // Where there is no such tool, our own reader above has to do.
      if ((error as { code?: string }).code !== "ENOENT") throw error;
      expect(readFileSync(path).length).toBe(bytes.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a list as a file", () => {
  let office: Office;
  let admin: Caller;
  beforeEach(async () => {
    office = await openOffice();
    admin = await office.as(personOf("hq-admin"));
    await office.member({ name: "陈小满", phone: "13812348000", points: 120 });
    await office.member({ name: "=SUM(A1)", phone: "13812348001" });
    await office.member({ brandId: place.baker, name: "外人", phone: "13900000000" });
  });
  afterEach(() => office.close());

  const take = async (body: Record<string, unknown>, as = admin) => {
    const answer = await office.raw("/api/console/exports", {
      method: "POST",
      headers: {
        "jifu-client": "console",
        "content-type": "application/json",
        cookie: [...as.cookies!].map(([k, v]) => `${k}=${v}`).join("; "),
      },
      body: JSON.stringify({ language: "zh-CN", ...body }),
    });
    if (answer.status !== 200) return (await answer.json() as { type: string }).type;
    return cells(unzip(Buffer.from(await answer.arrayBuffer())));
  };
  const members = (more: Record<string, unknown> = {}, as = admin) =>
    take({ list: "members", brandId: place.grocer, ...more }, as);

  test("shows members masked, of this brand, and is in the log before it leaves", async () => {
    const rows = await members({ screening: { pointsMin: 0 } }) as string[][];
    expect(rows).toHaveLength(3);
    expect(rows.flat()).toEqual(expect.arrayContaining(["陈**", "138****8000", "120"]));
    expect(JSON.stringify(rows)).not.toMatch(/陈小满|13812348000|外人/);
    const { rows: log } = await office.ask(
      listAudit,
      { query: { action: "list.exported" } },
      admin,
    );
    expect(log).toMatchObject([{ subject: place.grocer }]);
    expect(JSON.parse(log[0]!.after!)).toMatchObject({
      list: "members",
      screening: { pointsMin: 0 },
    });
  });

  test("shows full names and phones to who may see them and says why", async () => {
    const reveal = { reveal: "寄送年礼" };
    const rows = await members(reveal) as string[][];
    expect(rows.flat()).toEqual(expect.arrayContaining(["陈小满", "13812348000", "=SUM(A1)"]));
    const auditor = await office.as(personOf("auditor"));
    expect(await members(reveal, auditor)).toBe("/problems/not-allowed");
    expect(Array.isArray(await members({}, auditor))).toBe(true);
  });

  test("is refused without the right to it, or of another brand", async () => {
    const marketing = await office.as(personOf("hq-marketing"));
    expect(await members({}, marketing)).toBe("/problems/not-allowed");
    const finance = await office.as(personOf("hq-finance"));
    expect(await take({ list: "log" }, finance)).toBe("/problems/not-allowed");
    expect(await take({ list: "members", brandId: place.baker }, finance))
      .toBe("/problems/not-found");
  });

  test.each(exportLists)("%s opens in either language", async (list) => {
    for (const language of ["zh-CN", "en"]) {
      const rows = await take({ list, language, brandId: place.grocer });
      expect(Array.isArray(rows)).toBe(true);
      expect((rows as string[][])[0]!.every((title) => title.length > 0)).toBe(true);
    }
  });

  test("pages until it has all of them", async () => {
    for (let n = 0; n < 30; n++) await office.member({ phone: `1371234${1000 + n}` });
    const rows = await members({ sort: { key: "points", descending: true } }) as string[][];
    expect(new Set(rows.slice(1).map((row) => row.at(-1))).size).toBe(32);
  });
});
