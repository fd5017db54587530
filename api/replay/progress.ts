/** How far a replay is: one bar that is drawn over itself on a terminal, a line at every tenth in a
 *  log. @module */

/** Told after each step: what is being done, how many are done, of how many. */
export type Say = (what: string, done: number, all: number) => void;

export type Screen = {
  isTerminal: boolean;
  write: (text: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
};

const drawEveryMs = 100;
/** Before that a pace says nothing. */
const paceAfterMs = 200;
const width = 30;

const seconds = (ms: number): string => {
  const s = Math.ceil(ms / 1000);
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${s % 60} s`;
};

/** @param from where it was taken up again: what was done before counts for no rate */
export const progress = ({ isTerminal, write, now }: Screen): Say => {
  let what = "";
  let since = 0;
  let from = 0;
  let drawn = -Infinity;
  let tenth = -1;
  const begin = (name: string, done: number): void => {
    [what, since, from, drawn, tenth] = [name, now(), done - 1, -Infinity, -1];
  };
  const pace = (done: number, all: number): string => {
    const ms = now() - since;
    if (ms < paceAfterMs) return "";
    const rate = (done - from) / ms;
    const left = done < all ? `, ${seconds((all - done) / rate)} left` : "";
    return ` ${Math.round(rate * 1000)}/s${left}`;
  };
  return (name, done, all) => {
    if (name !== what) begin(name, done);
    if (!isTerminal) {
      const reached = Math.floor(done / all * 10);
      if (reached === tenth) return;
      tenth = reached;
      write(`${name} ${Math.floor(done / all * 100)} % ${done}/${all}${pace(done, all)}\n`);
      return;
    }
    if (done < all && now() - drawn < drawEveryMs) return;
    drawn = now();
    const full = Math.floor(done / all * width);
    const bar = "█".repeat(full) + "·".repeat(width - full);
    const line = `${name.padEnd(10)} ${bar} ${done}/${all}${pace(done, all)}`;
    write(`\r${line}\x1b[K${done === all ? "\n" : ""}`);
  };
};
