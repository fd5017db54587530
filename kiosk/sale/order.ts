/** Order numbers of this terminal. @module */
import { countOrder, orderNo } from "../commands/order-no.ts";
import { serverNow } from "../terminal/clock.ts";
import { exchange } from "../terminal/database.ts";
import { terminal } from "../terminal/standing.ts";

/** The next one; counted on the disk, so that no two tabs take the same. */
export async function nextOrderNo(): Promise<string> {
  const counted = await exchange("orders", (before) => countOrder(before, serverNow()));
  return orderNo(terminal.value?.terminal.id ?? "", counted);
}
