/** Every door of the API, by room: what OpenAPI is printed from and what the tests walk through.
 *  @module */
import * as cards from "./cards/endpoints.ts";
import * as console from "./console/endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import * as gifts from "./gifts/endpoints.ts";
import * as goods from "./goods/endpoints.ts";
import * as grants from "./grants/endpoints.ts";
import * as members from "./members/endpoints.ts";
import * as offline from "./offline/endpoints.ts";
import * as programme from "./programme/endpoints.ts";
import * as push from "./push/endpoints.ts";
import * as readiness from "./readiness/endpoints.ts";
import * as sales from "./sales/endpoints.ts";
import * as surveys from "./surveys/endpoints.ts";
import * as terminals from "./terminals/endpoints.ts";
import * as tiers from "./tiers/endpoints.ts";
import * as transfers from "./transfers/endpoints.ts";

const isEndpoint = (exported: unknown): exported is Endpoint =>
  typeof exported === "object" && exported !== null && "method" in exported && "who" in exported;

const doorsOf = (room: Record<string, unknown>): Endpoint[] =>
  Object.values(room).filter(isEndpoint);

const rooms = {
  members,
  cards,
  sales,
  goods,
  gifts,
  grants,
  surveys,
  tiers,
  transfers,
  offline,
  programme,
  push,
  terminals,
  console,
  readiness,
};

type DoorsIn<Room> = {
  [Name in keyof Room]: Room[Name] extends { method: unknown; who: unknown } ? Name : never;
}[keyof Room];

/** The name of every door; what has to say something about each of them does not compile with one
 *  missing. */
export type DoorId = { [Room in keyof typeof rooms]: DoorsIn<typeof rooms[Room]> }[
  keyof typeof rooms
];

/** Room → its doors, in the order the API description shows them. */
export const endpointsByRoom: Record<string, Endpoint[]> = Object.fromEntries(
  Object.entries(rooms).map(([name, room]) => [name, doorsOf(room)]),
);

export const allEndpoints: Endpoint[] = Object.values(endpointsByRoom).flat();
