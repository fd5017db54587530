/** The policy of every door, as the matrix asks for it. @module */
import { type Permission, permissions, staffPermissions } from "../../shared/access.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { allEndpoints, type DoorId } from "../../shared/endpoints.ts";
import { type Reach, reach } from "../../shared/reach.ts";
import { bodies } from "../console/test-doors.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { newKey } from "../test-house.ts";
import type { Who } from "./test-everybody.ts";
import type { Things } from "./test-things.ts";

export const reachOf = (e: Endpoint): Reach => reach[e.id as DoorId];
export const guarded = allEndpoints.filter((e) => e.who !== "anyone");
export const mayPass = (who: Who, e: Endpoint): boolean =>
  who !== "nobody" &&
  (who === "own"
    ? staffPermissions.includes(e.who as Permission)
    : (permissions[e.who as Permission] as readonly string[]).includes(who));

/** What is behind the guard need not happen: input that no door takes, an id that is nowhere. */
export const probe = (e: Endpoint): [path: string, body: string] => [
  e.path.replace(/:\w+/g, "mem_01nothere"),
  e.body ? JSON.stringify({ ...rightBody(e) as object, zz: 1 }) : "{}",
];
const oneStore: readonly Who[] = ["kiosk", "counter", "cashier", "store-manager", "pos", "member"];
/** Who scans: everybody else has no scan of their own and nowhere to use one. */
const atTill: readonly Who[] = ["kiosk", "counter", "cashier", "pos"];

/** What is said of others' things, by whose they are; null: they may be reached. */
export const expected = (who: Who, e: Endpoint, whose: "store" | "brand"): string[] | null => {
  switch (reachOf(e)) {
    case "mine":
      return ["not-found"];
    case "scan":
      return atTill.includes(who)
        ? ["scan-expired"]
        : ["scan-expired", "not-found", "not-allowed", "guard"];
    case "store":
      if (whose === "store" && claims.includes(e.id)) return ["claim-elsewhere", "not-found"];
      return whose === "brand" || oneStore.includes(who) ? ["not-found"] : null;
    case "brand":
      return whose === "brand" ? ["not-found"] : null;
    default:
      return null;
  }
};
/** A member may show their claim in the wrong store: staff there say where to go. */
const claims = ["handOverClaim", "cancelClaim"];
/** Ending what is not there is no mistake, and changes nothing. */
export const endsAnything = ["endScan"];

/** A list that is asked for somebody else's place is empty. */
export const showsNothing = (e: Endpoint, text: string, things: Things): boolean =>
  e.method === "GET" && !e.path.includes(":") &&
  !Object.values(things).some((id) => text.includes(`"${id}"`));

/** Good bodies where the made-up ones stop before they reach anything. */
export const goodBodies = (things: Things): Record<string, unknown> => {
  const lines = [{ name: "有机菠菜", quantityMilli: 1000, amountFen: 100 }];
  const member = { scanId: things.scan };
  return {
    ...bodies({ brandId: things.brand!, storeId: things.store! }),
    quoteSale: { member, lines },
    recordSale: { orderNo: newKey(), member, lines, totalFen: 100 },
  };
};
