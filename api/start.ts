/** `deno task start`: takes the port, opens the product, says where to go, stops cleanly. @module */
import { listen, stopOnSignal } from "./listen.ts";
import { open, settingsHere } from "./main.ts";
import { CannotStart } from "./settings.ts";
import { welcome } from "./welcome.ts";

const start = async (): Promise<void> => {
  const settings = settingsHere();
  const port = listen(settings.host, settings.port);
  const answering = await open(settings);
  port.serve(answering.fetch);
  stopOnSignal(async () => {
    answering.house.nudge.end();
    await port.stop();
    await answering.close();
    console.log("Stopped. 再见");
  });
  console.log(welcome(settings));
};

await start().catch((error) => {
  console.error(error instanceof CannotStart ? error.message : error);
  Deno.exit(1);
});
