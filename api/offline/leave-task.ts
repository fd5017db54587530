/** A terminal hands over what was refused after it had been done without network: kept by the house,
 *  so that it is not lost with a browser. @module */
import type { leaveTask as door } from "../../shared/offline/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { terminalOf } from "../access/place.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { inputPlace, insertTask } from "./queries.ts";

/** @throws Problem terminal-unknown */
export const leave = (
  desk: Desk,
  key: string,
  body: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { brandId, storeId, terminalId } = terminalOf(desk);
  return settle(desk, key, body, () => {
    const id = desk.id("offlineTask");
    const { kind, label, code, fields, input, madeAt } = body;
    const task = {
      id,
      brand_id: brandId,
      store_id: storeId,
      terminal_id: terminalId,
      kind,
      label,
      code,
      fields: JSON.stringify(fields),
      // It may name a card or a phone.
      input_cipher: desk.keys.seal(inputPlace(id), input),
      made_at: madeAt,
      left_by: desk.actor.staffId ?? null,
      left_at: desk.now,
    };
    const note = auditRow(desk, { action: "offline.left", subject: id, after: { label, code } });
    return Promise.resolve({
      answer: { taskId: id },
      writes: [insertTask.row(task), note],
      touches: [],
    });
  });
};
