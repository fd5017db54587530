/** What other terminals left in the box of this device: listed, ended by hand, forgotten. @module */
import { type BoxItem, database, here, isEndedHere, isOurs, replace } from "./box.ts";

/** What other terminals did on this device and never sent, oldest first. */
export async function listLeft(): Promise<BoxItem[]> {
  const open = await (await database()).getAllFromIndex("queue", "open");
  return open.filter((item) => !isOurs(item));
}

/** Ends what another terminal left: it is booked by hand, or not at all. */
export async function endLeft(
  item: BoxItem,
  end: { reason: string; endedBy: string; settledAt: number },
): Promise<void> {
  await replace({ ...item, ...end, state: "dismissed", endedAs: here() });
}

/** What was ended here of what other terminals left, latest first. */
export async function listEnded(): Promise<BoxItem[]> {
  const all = await (await database()).getAll("queue");
  return all.filter(isEndedHere).sort((a, b) => b.settledAt! - a.settledAt!);
}

/** Forgets it. */
export async function clearEnded(): Promise<void> {
  const tx = (await database()).transaction("queue", "readwrite");
  for (let at = await tx.store.openCursor(); at; at = await at.continue()) {
    if (isEndedHere(at.value)) await at.delete();
  }
  await tx.done;
}
