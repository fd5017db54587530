/** Another till was faster, or a guard in the database said no. @module */

/** What a write ran into: the words of the constraint, for example `entry.account_id, entry.seq` or
 *  `collision: card code`. The command reads and decides again. */
export class Collision extends Error {
  readonly on: string;
  constructor(on: string) {
    super(`Collision on ${on}`);
    this.name = "Collision";
    this.on = on;
  }
}

/** The write may or may not have happened: the command's key will tell. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super("The outcome of a write is unknown", { cause });
    this.name = "OutcomeUnknown";
  }
}

const said = (error: unknown): string => error instanceof Error ? error.message : String(error);

/** Constraint words of an error, null if it is none. Local errors carry a code, remote ones and
 *  embedded replicas only the message, so the message decides (facts measured, tested beside). */
export const collisionOf = (error: unknown): Collision | null => {
  const message = said(error);
  const constraint = /(UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed(?:: ([^\n]*))?/i
    .exec(message);
  if (constraint) return new Collision(constraint[2]?.trim() || constraint[1]!.toLowerCase());
  const raised = /(collision|append-only): [\w -]+/.exec(message);
  return raised ? new Collision(raised[0]) : null;
};

export const isBusy = (error: unknown): boolean =>
  /SQLITE_BUSY|SQLITE_LOCKED|database is locked|statements in progress/i.test(said(error));

export const isFull = (error: unknown): boolean =>
  /SQLITE_FULL|disk is full|SQLITE_IOERR|disk I\/O|SQLITE_READONLY|readonly database/i
    .test(said(error));
