/** Every command goes through here: look the key up, read, decide, write key, input and answer in
 *  the same batch as the effect. If another till was faster, read and decide again. @module */
import { createHash } from "node:crypto";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { Collision, OutcomeUnknown } from "./collision.ts";
import { inserting, ranks, reading, type Write } from "./statement.ts";

export type Decision<Answer> = {
  answer: Answer;
  writes: Write[];
  /** Ids that the decision was made from: accounts, stock rows. */
  touches: readonly string[];
};

const commandByKey = reading<
  [key: string],
  { input_hash: string; answer: string }
>(
  "command by key",
  `select j.key as n, c.input_hash, c.answer from json_each(?1) j join command c on c.key = j.value->>0`,
);

const keepCommand = inserting<{
  key: string;
  input_hash: string;
  status: number;
  answer: string;
  recorded_at: number;
}>("command", ranks.command, ["key", "input_hash", "status", "answer", "recorded_at"]);

/** Canonical JSON: keys sorted, so the same input hashes alike whoever wrote it. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    return `{${
      Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => a < b ? -1 : 1)
        .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")
    }}`;
  }
  return JSON.stringify(value) ?? "null";
};

export const sha256 = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

const attemptMax = 12;
/** After this long an unknown outcome is left to the caller's next try with the same key. */
const unknownMaxMs = 6_000;
const held = new Map<string, Promise<void>>();

/** Runs `work` while nobody else in this process holds any of `names`. */
const holding = async <T>(names: readonly string[], work: () => Promise<T>): Promise<T> => {
  let release = () => {};
  const mine = new Promise<void>((r) => release = r);
  const before = [...new Set(names)].map((name) => {
    const last = held.get(name);
    const next = (last ?? Promise.resolve()).then(() => mine);
    held.set(name, next);
    return { name, last, next };
  });
  await Promise.all(before.map((b) => b.last));
  try {
    return await work();
  } finally {
    release();
    for (const b of before) if (held.get(b.name) === b.next) held.delete(b.name);
  }
};

/** Books a command exactly once and answers it; a repeat gets the first answer.
 *  @param key unique for the caller and the door: `${actor}:${endpoint}:${Idempotency-Key}`
 *  @param input what the key stands for; the same key with other input is refused
 *  @throws Problem key-reused, too-busy, and whatever `decide` refuses */
export const settle = <Answer>(
  desk: Desk,
  key: string,
  input: unknown,
  decide: () => Promise<Decision<Answer>>,
): Promise<Answer> => {
  // Keyed: an input may hold a PIN or a phone number, which a bare hash would give away.
  const inputHash = desk.keys.index("command", canonical(input));
  return holding([`key ${key}`], async () => {
    let touches: readonly string[] = [];
    const from = performance.now();
    for (let attempt = 0; attempt < attemptMax; attempt++) {
      const once = () => attemptOnce(desk, key, inputHash, decide, (t) => touches = t);
      try {
        // The first try is optimistic; after a collision the same accounts take turns.
        const outcome = attempt === 0 ? await once() : await holding(touches, once);
        if (outcome !== again) return outcome;
      } catch (error) {
        // The key tells on the next round.
        if (!(error instanceof OutcomeUnknown) || performance.now() - from > unknownMaxMs) {
          throw error;
        }
      }
    }
    throw new Problem("too-busy", { retryAfterSeconds: 1 });
  });
};

const again = Symbol("again");

const attemptOnce = async <Answer>(
  desk: Desk,
  key: string,
  inputHash: string,
  decide: () => Promise<Decision<Answer>>,
  note: (touches: readonly string[]) => void,
): Promise<Answer | typeof again> => {
  // Both reads land in one batch. A booked command answers even if it would be refused today.
  const [booked, decided] = await Promise.all([
    desk.db.read(commandByKey, [key]),
    decide().then((decision) => ({ decision }), (refusal: unknown) => ({ refusal })),
  ]);
  const first = booked[0];
  if (first) {
    if (first.input_hash !== inputHash) throw new Problem("key-reused");
    return JSON.parse(first.answer) as Answer;
  }
  if ("refusal" in decided) {
    if (!desk.db.inDoubt() || !(decided.refusal instanceof Problem)) throw decided.refusal;
    // A batch without an answer may hold this very command and come after all. A later batch ends
    // that; then the key tells, and a refusal stands.
    await desk.db.write([]);
    return again;
  }
  const { answer, writes, touches } = decided.decision;
  note(touches);
  const kept = keepCommand.row({
    key,
    input_hash: inputHash,
    status: 200,
    answer: JSON.stringify(answer),
    recorded_at: desk.now,
  });
  try {
    await desk.db.write([kept, ...writes], touches);
    return answer;
  } catch (error) {
    if (error instanceof Collision) return again;
    throw error;
  }
};
