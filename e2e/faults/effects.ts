/** What the books say became of each intent. @module */
import type { Db } from "../../api/db/open.ts";
import type { Intent, Kind } from "./load.ts";

const about: Record<Kind, string> = {
  sale: "select order_no as about from sale",
  offset: "select order_no as about from sale where offset_points > 0",
  return: "select sale_id as about from sale_return",
  claim: "select scan_id as about from claim",
  handover: "select claim_id as about from claim_end where state = 'handed-over'",
  cancel: "select claim_id as about from claim_end where state = 'cancelled'",
  adjustment: "select reason as about from adjustment",
};

export type Wrong = { kind: Kind; about: string; told: unknown; effects: number };

/** Intents whose effects are not what their client was told: an answer is one effect, a refusal and
 *  (as long as `silent` may be either) nothing told none. */
export const wrongEffects = async (
  db: Db,
  intents: readonly Intent[],
  silent: "either" | "none",
): Promise<Wrong[]> => {
  const wrong: Wrong[] = [];
  for (const kind of Object.keys(about) as Kind[]) {
    const counts = new Map<string, number>();
    for (const row of await db.execute(about[kind])) {
      counts.set(String(row.about), (counts.get(String(row.about)) ?? 0) + 1);
    }
    for (const intent of intents) {
      if (intent.kind !== kind) continue;
      const effects = counts.get(intent.about) ?? 0;
      const right = intent.told === null && silent === "either"
        ? effects <= 1
        : effects === (intent.told && "answer" in intent.told ? 1 : 0);
      if (!right) wrong.push({ kind, about: intent.about, told: intent.told, effects });
    }
  }
  return wrong;
};
