import { dayOf } from "../../shared/business-day.ts";
import type { exportList as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { allows } from "../../shared/access.ts";
import { exportNeeds } from "../../shared/exports/lists.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { sheets, sheetWords } from "./sheets.ts";
import { type Cell, type SheetColumn, xlsxOf } from "./xlsx.ts";

/** Wide enough for dates and names; texts of many words get more. */
const widthOf = (title: string): number => Math.max(14, title.length * 2);

async function* startingWith<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>) {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** A list as a file, streamed as it is read. Who took what, filtered how, is in the log before the
 *  first byte leaves. @throws Problem not-allowed, not-found, too-many after 30 in an hour */
export const exportList = async (desk: Desk, asked: BodyOf<typeof door>): Promise<Response> => {
  const { list, brandId, reveal } = asked;
  const needs = exportNeeds[list];
  if (!allows(desk.actor, needs)) throw new Problem("not-allowed", { permission: needs });
  if (reveal !== undefined && (list !== "members" || !allows(desk.actor, "member.reveal"))) {
    throw new Problem("not-allowed", { permission: "member.reveal" });
  }
  if (list === "members" && brandId === undefined) throw new Problem("not-found");
  if (brandId !== undefined) mustReach(desk, brandId);
  await takeTry(desk, `export/${desk.actor.id}`, limits.export);
  const words = sheetWords(asked.language);
  const rows = sheets[list](desk, asked, words);
  // What is wrong with the question is refused as one; later nothing but the stream could break.
  const first = await rows.next();
  const { language: _, ...filter } = asked;
  await desk.db.write([
    auditRow(desk, {
      action: "list.exported",
      subject: brandId ?? list,
      after: filter,
      ...(brandId === undefined ? {} : { brandId }),
    }),
  ]);
  const columns: SheetColumn[] = words.t.columns[list]
    .map((title) => ({ title, width: widthOf(title) }));
  return fileOf(desk, words.t.names[list], columns, startingWith(first, rows));
};

const fileOf = (
  desk: Desk,
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncGenerator<readonly Cell[]>,
): Response => {
  const bytes = xlsxOf(name, columns, rows);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await bytes.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  const file = encodeURIComponent(`${name} ${dayOf(desk.now)}.xlsx`);
  return new Response(stream, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${file}`,
      "cache-control": "no-store",
    },
  });
};
