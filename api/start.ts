/** `deno task start`: takes the port, opens the product, says where to go, stops cleanly. @module */
import { listen, stopOnSignal } from "./listen.ts";
import { open, settingsHere } from "./main.ts";
import { CannotStart } from "./settings.ts";
import { welcome } from "./welcome.ts";

/** One line that counts up on a terminal; only its end in a log. */
const sayProgress = (line: string): void => {
  const text = `Filling the demo chain: ${line}`;
  if (!Deno.stdout.isTerminal()) return line.startsWith("100") ? console.log(text) : undefined;
  Deno.stdout.writeSync(
    new TextEncoder().encode(`\r${text}  ${line.startsWith("100") ? "\n" : ""}`),
  );
};

const start = async (): Promise<void> => {
  const settings = settingsHere();
  const port = listen(settings.host, settings.port);
  const answering = await open(settings, sayProgress);
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
  Deno.exit(1);
});
