/** Empties the outbox: takes due messages under a lease, sends them, records how it went. Several
 *  processes may do it at once, each message has one sender; if that one dies, the lease ends and
 *  the next takes over. So a message is sent at least once: repeats carry the same reference (SMS,
 *  e-mail) or the same tag (push), by which the receiver tells them apart. @module */
import { type MessageChannel, secretKinds } from "../../shared/push/message.ts";
import type { Write } from "../db/statement.ts";
import type { House } from "../desk.ts";
import { handOver } from "./hand-over.ts";
import { isOpenOutbox } from "./list-outbox.ts";
import { fieldsOf, recipientOf } from "./open-message.ts";
import {
  dueMessages,
  leasedMessages,
  leaseMessage,
  type MessageRow,
  settleMessage,
} from "./queries.ts";
import { nextTryAt, type Outcome } from "./retry.ts";
import { sendToPhones } from "./send-to-phones.ts";
import { wordMessage } from "./word-message.ts";

export type SendReport = { sent: number; later: number; failed: number; dropped: number };

/** What sending one message came to. */
export type Dispatch = {
  outcome: Outcome | { state: "dropped"; note: string };
  /** Subscriptions that have the message, of this and earlier tries. */
  reached?: string[];
  writes?: Write[];
};

/** Long enough for a whole batch to run into its timeouts. */
const leaseMs = 60_000;
/** As many as dueMessages answers. */
const batchMax = 64;
const inFlightMax = 16;
const roundsMax = 50;

/** Sends everything of a channel that is due, or as much as fits one run. A channel is a lane of its
 *  own: run them side by side.
 *  @returns how many messages ended how; `later` will be tried again */
export const sendMessages = async (
  house: House,
  channel: MessageChannel,
): Promise<SendReport> => {
  const report: SendReport = { sent: 0, later: 0, failed: 0, dropped: 0 };
  for (let round = 0; round < roundsMax; round++) {
    const { leasedBy, messages } = await takeDue(house, channel);
    const writes = await inParallel(messages, async (message) => {
      const dispatch = await dispatchOf(house, message);
      const settled = settledRow(house, message, leasedBy, dispatch);
      report[settled.state === "waiting" ? "later" : settled.state]++;
      return [settleMessage.row(settled), ...dispatch.writes ?? []];
    });
    if (writes.length > 0) await house.db.write(writes.flat());
    if (messages.length < batchMax) break;
  }
  return report;
};

const takeDue = async (
  house: House,
  channel: MessageChannel,
): Promise<{ leasedBy: string; messages: MessageRow[] }> => {
  const leasedBy = Buffer.from(house.chance(15)).toString("base64url");
  const now = house.clock();
  const due = await house.db.read(dueMessages, [channel, now]);
  if (due.length === 0) return { leasedBy, messages: [] };
  await house.db.write(
    due.map(({ id }) =>
      leaseMessage.row({ id, leased_by: leasedBy, leased_until: now + leaseMs, now })
    ),
  );
  return { leasedBy, messages: await house.db.read(leasedMessages, [leasedBy]) };
};

const inParallel = async <T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      results[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlightMax, items.length) }, worker));
  return results;
};

const dispatchOf = async (house: House, message: MessageRow): Promise<Dispatch> => {
  const now = house.clock();
  if (now >= message.expires_at) return { outcome: { state: "dropped", note: "expired" } };
  try {
    return message.channel === "push"
      ? await sendToPhones(house, message)
      : { outcome: await sendLetter(house, message, now) };
  } catch (error) {
    // One message that cannot be read or worded must not stop the others, nor come back for ever.
    console.error(JSON.stringify({
      level: "error",
      messageId: message.id,
      error: error instanceof Error ? error.stack : String(error),
    }));
    return { outcome: { state: "refused", note: "unreadable" } };
  }
};

const sendLetter = (house: House, message: MessageRow, now: number): Promise<Outcome> => {
  const provider = message.channel === "sms" ? house.settings.sms : house.settings.email;
  if (!provider) {
    return Promise.resolve(
      house.settings.demo
        ? { state: "sent", note: "outbox page" }
        : { state: "refused", note: "no provider" },
    );
  }
  const words = wordMessage(message.kind, fieldsOf(house, message), message.language);
  const letter = { to: recipientOf(house, message), text: words.body, reference: message.id };
  return handOver(
    provider,
    message.channel === "sms" ? letter : { ...letter, subject: words.title },
    now,
  );
};

const settledRow = (
  house: House,
  message: MessageRow,
  leasedBy: string,
  { outcome, reached }: Dispatch,
) => {
  const now = house.clock();
  const tries = message.tries + 1;
  const dice = house.chance(1)[0] ?? 0;
  const again = outcome.state === "retry"
    ? nextTryAt(now, tries, message.expires_at, dice, outcome.afterMs)
    : null;
  const state = endOf(outcome, again, reached ?? []);
  // What was a secret is nobody's business once it is sent; the demo shows it on the outbox page.
  const wipe = secretKinds.has(message.kind) && state !== "waiting" &&
    !isOpenOutbox(house, message.channel);
  return {
    id: message.id,
    leased_by: leasedBy,
    state,
    tries,
    outcome: outcome.note,
    due_at: again ?? message.due_at,
    sent_at: state === "sent" ? now : null,
    reached: JSON.stringify(reached ?? []),
    fields: wipe ? "{}" : message.fields,
  };
};

const endOf = (
  outcome: Dispatch["outcome"],
  again: number | null,
  reached: string[],
): MessageRow["state"] => {
  if (outcome.state === "sent" || outcome.state === "dropped") return outcome.state;
  if (again !== null) return "waiting";
  return reached.length > 0 ? "sent" : "failed";
};
