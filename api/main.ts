/** The product as one `fetch`: settings, database, app. `deno task start` puts it on a port
 *  (start.ts); at the edge, or under `deno serve`, the default export answers. @module */
import { createApp } from "./app.ts";
import { type DemoSheet, demoSheet } from "./demo/demo-sheet.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import type { House } from "./desk.ts";
import type { Connection, Handler } from "./listen.ts";
import { shedding } from "./http/overload.ts";
import { openHouse } from "./open-house.ts";
import { readSettings, settingNames, type Settings } from "./settings.ts";
import { startTimetable } from "./timetable.ts";

/** Only the variables we know, so that the process needs leave for no others. */
export const settingsHere = (): Settings =>
  readSettings(Object.fromEntries(settingNames.map((name) => [name, Deno.env.get(name)])));

export type Answering = {
  house: House;
  /** What to type in the demo; null where there is none. */
  sheet: DemoSheet | null;
  fetch: Handler;
  /** Stops the clock, waits until every accepted command is on disk, lets the database go. */
  close: () => Promise<void>;
};

const close = async (house: House): Promise<void> => {
  const until = Date.now() + 5_000;
  while (house.db.waiting() > 0 && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 10));
  }
  // The file alone is then the whole database: it can be copied, and opens at once.
  if (house.db.file) await house.db.execute("pragma wal_checkpoint(truncate)");
  house.db.close();
};

/** The writer fills an empty database; other processes only look. */
const demoOf = (house: House, say: (line: string) => void): Promise<DemoSheet | null> => {
  if (!house.settings.demo) return Promise.resolve(null);
  return house.settings.writerUrl ? demoSheet(house) : seedDemo(house, { say });
};

/** @param say told how far filling the demo is
 *  @throws CannotStart with one clear sentence */
export const open = async (
  settings: Settings,
  say: (line: string) => void = () => {},
): Promise<Answering> => {
  const house = await openHouse(settings);
  const sheet = await demoOf(house, say);
  const app = createApp(house);
  const stopTimetable = startTimetable(house);
  return {
    house,
    sheet,
    fetch: shedding((request, connection) => app.fetch(request, connection), settings),
    close: async () => {
      await stopTimetable();
      await close(house);
    },
  };
};

let edge: Promise<Answering> | null = null;

export default {
  async fetch(request: Request, connection: Connection = {}): Promise<Response> {
    edge ??= open(settingsHere());
    return await (await edge).fetch(request, connection);
  },
};
