/** `deno task migrate`: brings a database up to date, before a new version starts on it. @module */
import { migrate } from "./db/migrate.ts";
import { openDb } from "./db/open.ts";
import { settingsHere } from "./main.ts";
import { CannotStart } from "./settings.ts";

const run = async (): Promise<void> => {
  const { database } = settingsHere();
  const db = await openDb(database);
  try {
    const applied = await migrate(db, Date.now());
    console.log(applied.length ? `Applied: ${applied.join(", ")}` : "Nothing to do.");
  } finally {
    db.close();
  }
};

await run().catch((error) => {
  console.error(error instanceof CannotStart ? error.message : `Not migrated: ${error.message}`);
  Deno.exit(1);
});
