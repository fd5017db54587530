/** A command is of the page that sends or shows it: no other page takes it up meanwhile. @module */
import type { Command } from "./command.ts";

/** Browsers without locks: nobody sends or shows a command for longer, ms. */
const HELD_MOST_MS = 60_000;

const locks = (): LockManager | undefined => globalThis.navigator?.locks;
const nameOf = (key: string): string => `jifu-command-${key}`;
const releases = new Map<string, () => void>();

/** Resolves when this page has it; a page that ends gives it up. */
export const hold = (key: string): Promise<void> =>
  new Promise((held) => {
    const manager = locks();
    if (!manager) return held();
    manager.request(nameOf(key), () =>
      new Promise<void>((release) => {
        releases.set(key, release);
        held();
      })).catch(() => held());
  });

export function letGo(key: string): void {
  releases.get(key)?.();
  releases.delete(key);
}

/** Does something with a command that no living page sends or shows.
 *  @returns undefined: one does */
export async function ifFree<T>(
  command: Pick<Command, "key" | "madeAt">,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const manager = locks();
  if (!manager) return command.madeAt < Date.now() - HELD_MOST_MS ? await work() : undefined;
  return await manager.request(
    nameOf(command.key),
    { ifAvailable: true },
    async (lock) => lock ? await work() : undefined,
  );
}
