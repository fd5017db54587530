/** Nudge: within one process, tells whoever watches that something about a member changed. Another
 *  process hears nothing of it; what it watches it finds by asking the database (watch.ts). @module */

export type Nudge = {
  (memberId: string): void;
  /** Calls `heard` after each nudge, and `ended` when the house closes, until the returned function
   *  is called. */
  listen: (heard: (memberId: string) => void, ended?: () => void) => () => void;
  /** The house closes: whoever keeps a connection open for nudges lets go of it. */
  end: () => void;
};

export const createNudge = (): Nudge => {
  type Listener = { heard: (memberId: string) => void; ended?: () => void };
  const listeners = new Set<Listener>();
  const nudge = (memberId: string): void => {
    for (const { heard } of [...listeners]) heard(memberId);
  };
  return Object.assign(nudge, {
    listen: (heard: Listener["heard"], ended?: () => void) => {
      const listener: Listener = { heard, ...(ended ? { ended } : {}) };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: () => {
      for (const { ended } of [...listeners]) ended?.();
    },
  });
};
