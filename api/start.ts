/** `deno task start`: takes the port, opens the product, says where to go, stops cleanly. @module */
import { listen, stopOnSignal } from "./listen.ts";
import { open, settingsHere } from "./main.ts";
import { CannotStart, diskInDoubt } from "./settings.ts";
import { welcome } from "./welcome.ts";

/** One line that counts up on a terminal; only its end in a log. */
const sayProgress = (line: string): void => {
  const text = `Filling the demo chain: ${line}`;
  if (!Deno.stdout.isTerminal()) return line.startsWith("100") ? console.log(text) : undefined;
  Deno.stdout.writeSync(
    new TextEncoder().encode(`\r${text}  ${line.startsWith("100") ? "\n" : ""}`),
  );
};

/** What the disk did not confirm may be lost though it can be read: nothing more is built on it, and
 *  nobody is answered from it. Whoever runs the process starts it again (docs/decisions/031). */
const endUnsure = (why: string): void => {
  console.error(
    `Stopped: the disk did not confirm a write, or did not give back what it holds (${why})`,
  );
  Deno.exit(diskInDoubt);
};

const start = async (): Promise<void> => {
  const settings = settingsHere();
  const port = listen(settings.host, settings.port);
  const answering = await open(settings, sayProgress);
  answering.house.db.whenUnsure(endUnsure);
  port.serve(answering.fetch);
  stopOnSignal(async () => {
    answering.house.nudge.end();
    await port.stop();
    await answering.close();
    console.log("Stopped. 再见");
  });
  console.log(welcome(settings, answering.sheet));
};

await start().catch((error) => {
  console.error(error instanceof CannotStart ? error.message : error);
  Deno.exit(error instanceof CannotStart ? error.code : 1);
});
