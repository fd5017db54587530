/** Nudge: within one process, tells whoever watches that something about a member changed. Another
 *  process hears nothing of it; what it watches it finds by asking the database (watch.ts). @module */

export type Nudge = {
  (memberId: string): void;
  /** Calls `heard` after each nudge until the returned function is called. */
  listen: (heard: (memberId: string) => void) => () => void;
};

export const createNudge = (): Nudge => {
  const listeners = new Set<(memberId: string) => void>();
  const nudge = (memberId: string): void => {
    for (const heard of [...listeners]) heard(memberId);
  };
  return Object.assign(nudge, {
    listen: (heard: (memberId: string) => void) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  });
};
