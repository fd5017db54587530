/** Keeps an operation in the queue before anything is shown as done. @module */
import type { BodyOf } from "../../shared/endpoint.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { askToJoin } from "../../shared/offline/endpoints.ts";
import { momentAfter, toAdopt } from "../../shared/offline/queue.ts";
import type { Problem } from "../../shared/problems.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { type Command, type Drawer, happenedAt } from "../commands/command.ts";
import { ifFree } from "../commands/hold.ts";
import { serverNow } from "../terminal/clock.ts";
import { append, isHere, keysInBox, lastMoment } from "./box.ts";
import { kindOf } from "./doors.ts";
import { changed } from "./sender.ts";

async function keep(endpoint: string, label: string, madeAt: number, body: unknown): Promise<void> {
  const kind = kindOf(endpoint)!;
  await append({ key: crypto.randomUUID(), endpoint, kind, label, madeAt }, body);
  changed();
}

/** The moment of what happens now: not before what is still to be sent. */
export const moment = async (): Promise<number> => momentAfter(await lastMoment(), serverNow());

export const keepSale = (body: BodyOf<typeof recordSale>): Promise<void> =>
  keep(recordSale.id, body.orderNo, body.occurredAt ?? serverNow(), body);

export const keepEnrolment = (body: BodyOf<typeof enrolByStaff>, label: string): Promise<void> =>
  keep(enrolByStaff.id, label, body.joinedAt ?? serverNow(), body);

/** @param label the number masked: a kiosk shows it to nobody, staff may */
export const keepJoin = (body: BodyOf<typeof askToJoin>, label: string): Promise<void> =>
  keep(askToJoin.id, label, body.agreedAt, body);

/** May a command without an answer wait in the queue? Points are not spent behind a customer's back. */
export const mayWait = ({ endpoint, body }: Command): boolean =>
  kindOf(endpoint) !== null && !Object.hasOwn(Object(body), "offset") &&
  !Object.hasOwn(Object(body), "task");

/** A command as it lies in the box. */
const itemOf = (command: Command) => {
  const { key, endpoint, label } = command;
  return { key, endpoint, kind: kindOf(endpoint)!, label, madeAt: happenedAt(command) };
};

/** Takes a command whose answer never came, under its own key: whether it was booked or not, it is
 *  booked once. It leaves the drawer when it is safe in the box. */
export async function adopt(command: Command, drawer: Drawer): Promise<void> {
  // Of no known terminal: it is nobody's to send.
  const by = isHere(command) ? undefined : { terminal: command.terminal ?? "", place: "" };
  await append(itemOf(command), command.body, by);
  await drawer.remove(command.key);
  changed();
}

/** A disk that takes nothing leaves it unknown, where it was: that is no word of the house. */
const notKept = (): never => {
  throw new DOMException("not kept", "QuotaExceededError");
};

/** Takes what the house refused and no screen shows any more: it is left with the staff. */
export async function keepRefused(command: Command, { code, fields }: Problem): Promise<void> {
  const refusal = { code, fields };
  await append({ ...itemOf(command), refusal }, command.body).catch(notKept);
  changed();
}

/** Takes what another terminal made and no screen shows any more: it is listed with what that one
 *  left, and never sent from here. */
export async function keepLeft(command: Command): Promise<void> {
  const by = { terminal: command.terminal ?? "", place: "" };
  await append(itemOf(command), command.body, by).catch(notKept);
  changed();
}

/** Is it still without an answer? */
export const isLeft = async ({ key }: Command, drawer: Drawer): Promise<boolean> =>
  (await drawer.all()).some((each) => each.key === key);

/** Takes what an earlier page left without an answer. What another one is sending or shows is that
 *  one's, and what it has ended meanwhile is over. */
export async function adoptLeft(drawer: Drawer): Promise<void> {
  const left = await drawer.all();
  for (const command of toAdopt(left, await keysInBox(), mayWait)) {
    await ifFree(command, async () => {
      if (await isLeft(command, drawer)) await adopt(command, drawer);
    });
  }
  const known = new Set((await keysInBox()).map(({ key }) => key));
  for (const { key } of left) if (known.has(key)) await drawer.remove(key);
}
