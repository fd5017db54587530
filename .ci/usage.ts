/** What every task understands. @module */

/** Is somebody asking how a task is called? */
export const wantsHelp = (args: readonly string[]): boolean =>
  args.some((arg) => arg === "--help" || arg === "-h");
