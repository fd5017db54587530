/** The door for whoever watches the product: a load balancer, a supervisor. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";

export const showReadiness = endpoint({
  id: "showReadiness",
  method: "GET",
  path: "/api/ready",
  who: "anyone",
  summary: "Whether commands can be booked now; otherwise the refusal says why not.",
  answer: z.object({ state: z.literal("ready") }),
  problems: ["disk-full", "data-damaged", "too-busy"],
});
