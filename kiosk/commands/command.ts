/** A command that moves value, as it is kept until its answer is known. @module */
export interface Command {
  /** The idempotency key, made on the device before anything is sent. */
  key: string;
  /** Id of the endpoint. */
  endpoint: string;
  params?: Record<string, string>;
  body?: unknown;
  /** Milliseconds since epoch, device clock. */
  madeAt: number;
  /** What staff know it by, for example an order number. */
  label: string;
  /** The terminal that made it; paired anew, the device is another one. */
  terminal?: string;
}

/** When it happened, ms by the server's clock: what it is booked for says it. The device's clock may
 *  be days off, and counts only where nothing else is known. */
export const happenedAt = ({ body, madeAt }: Pick<Command, "body" | "madeAt">): number => {
  const { occurredAt, joinedAt } = Object(body) as { occurredAt?: number; joinedAt?: number };
  return occurredAt ?? joinedAt ?? madeAt;
};

/** Where commands wait. The device's is in IndexedDB. */
export interface Drawer {
  put(command: Command): Promise<void>;
  remove(key: string): Promise<void>;
  all(): Promise<Command[]>;
}

/** A drawer that lives as long as the page: for the bench, and for kiosks, which keep nothing. */
export const memoryDrawer = (): Drawer => {
  const kept = new Map<string, Command>();
  return {
    put: (command) => Promise.resolve(void kept.set(command.key, command)),
    remove: (key) => Promise.resolve(void kept.delete(key)),
    all: () => Promise.resolve([...kept.values()]),
  };
};
