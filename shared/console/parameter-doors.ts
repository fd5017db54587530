/** Doors of the console: general parameters of a brand. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Parameters } from "../parameters/parameters.ts";
import { Id, Instant } from "../schema.ts";
import { Done } from "./parts.ts";

export const showParameters = endpoint({
  id: "showParameters",
  method: "GET",
  path: "/api/console/parameters",
  who: "parameter.read",
  summary: "General parameters of a brand, with the defaults for what nobody changed.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    parameters: Parameters,
    /** 0 while nobody has changed any. */
    revision: z.int(),
    changedAt: z.nullable(Instant),
  }),
  problems: ["not-found"],
});
export const changeParameters = endpoint({
  id: "changeParameters",
  method: "PUT",
  path: "/api/console/parameters",
  who: "parameter.change",
  summary: "Changes the parameters of a brand; they hold from the next request on.",
  body: z.strictObject({
    brandId: Id("brand"),
    /** The revision the editor started from. */
    revision: z.int().check(z.gte(0)),
    parameters: Parameters,
  }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
