/** The API description (OpenAPI 3.1), printed from the endpoints that the API is served from.
 *  @module */
import * as z from "zod/mini";
import { may, roles } from "../../shared/access.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { type DoorId, endpointsByRoom } from "../../shared/endpoints.ts";
import { catalogue, type ProblemCode } from "../../shared/problems.ts";
import { reach } from "../../shared/reach.ts";

type Json = Record<string, unknown>;

const jsonSchema = (schema: unknown, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema as z.core.$ZodType, {
    io,
    unrepresentable: "any",
  }) as Json;
  return rest;
};

/** Refusals that any door of this kind may give, before its own. */
const generalProblems = (e: Endpoint): ProblemCode[] => [
  ...(e.body || e.query ? ["input-invalid"] as const : []),
  ...(e.who === "anyone" ? [] : ["signed-out", "not-allowed"] as const),
  ...(e.once ? ["key-missing", "key-reused"] as const : []),
  ...(e.method === "GET" ? [] : ["origin-refused", "media-type", "body-too-large"] as const),
  "too-many",
  "too-busy",
];

const problemAnswers = (e: Endpoint): Json => {
  const codes = [...new Set<ProblemCode>([...generalProblems(e), ...e.problems])];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = catalogue[code];
    byStatus.set(status, [...byStatus.get(status) ?? [], code]);
  }
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, list]) => [status, {
      description: list.map((code) => `\`${code}\`: ${catalogue[code].en}`).join("\n\n"),
      content: {
        "application/problem+json": {
          schema: {
            allOf: [{ $ref: "#/components/schemas/Problem" }],
            properties: { type: { enum: list.map((code) => `/problems/${code}`) } },
          },
        },
      },
    }]),
  );
};

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

const queryParameters = (e: Endpoint): Json[] => {
  if (!e.query) return [];
  const schema = jsonSchema(e.query, "input") as { properties?: Json; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    in: "query",
    required: schema.required?.includes(name) ?? false,
    schema: of,
  }));
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Made by the client for this command; a repeat with the same key answers the same.",
  schema: { type: "string", pattern: "^[\\w-]{16,64}$" },
};

/** Who may pass, as the ways to prove it. A key of a till or of the head office comes first: that
 *  is whom this document is for. */
const security = (e: Endpoint): Json[] => {
  const { who } = e;
  if (who === "anyone") return [];
  const allowed = roles.filter((role) => may(role, who));
  const ways: Json[] = [];
  if (allowed.some((r) => r === "pos" || r === "integration")) ways.push({ key: [] });
  if (allowed.includes("member")) ways.push({ memberSession: [] });
  if (allowed.includes("kiosk")) ways.push({ terminal: [], terminalProof: [] });
  if (allowed.includes("cashier")) {
    ways.push({ terminal: [], terminalProof: [], counterSession: [] });
  }
  if (allowed.includes("hq-admin") || e.path.startsWith("/api/console/")) {
    ways.push({ consoleSession: [] });
  }
  return ways;
};

const answerOf = (e: Endpoint): Json => {
  const events = e.path.endsWith("/events");
  const schema = jsonSchema(e.answer, "output");
  return {
    description: "Done",
    content: { [events ? "text/event-stream" : "application/json"]: { schema } },
  };
};

const operation = (e: Endpoint, room: string): Json => ({
  operationId: e.id,
  tags: [room],
  summary: e.summary,
  "x-permission": e.who,
  "x-reach": reach[e.id as DoorId],
  ...(e.who === "anyone" ? {} : { "x-roles": roles.filter((r) => may(r, e.who as never)) }),
  security: security(e),
  parameters: [
    ...pathParameters(e.path),
    ...queryParameters(e),
    ...(e.once ? [idempotencyKey] : []),
  ],
  ...(e.body
    ? {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(e.body, "input") } },
      },
    }
    : {}),
  responses: {
    [e.status === 204 ? 200 : e.status ?? 200]: answerOf(e),
    ...problemAnswers(e),
  },
});

const problemSchema = {
  type: "object",
  description: "RFC 9457. Some codes carry further fields, see their page.",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string", description: "Path of the page about this code" },
    title: { type: "string", description: "What happened, in the caller's language" },
    detail: { type: "string", description: "What to do about it" },
    status: { type: "integer" },
    instance: { type: "string", description: "Id of the request, for asking us about it" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};

const cookie = (name: string, description: string) => ({
  type: "apiKey",
  in: "cookie",
  name,
  description,
});

const header = (name: string, description: string) => ({
  type: "apiKey",
  in: "header",
  name,
  description,
});

const securitySchemes = {
  key: {
    type: "http",
    scheme: "bearer",
    description:
      "A key of one store's till (pos) or of the head office (integration), made in the console.",
  },
  terminal: header("jifu-terminal", "Id of the paired terminal."),
  terminalProof: header("jifu-proof", "HMAC of the request under the terminal's key."),
  counterSession: cookie("jifu-counter", "Staff signed in on a counter."),
  memberSession: cookie("jifu-member", "A member signed in on a phone."),
  consoleSession: cookie("jifu-console", "Staff signed in to the console."),
};

const about = `Membership, points and gifts for chain stores.

* Amounts are integers in fen, quantities in thousandths, times in milliseconds since 1970.
* Whatever changes something takes an \`Idempotency-Key\` where it is listed: send the same key again
  after a lost answer and it happens once.
* A refusal is \`application/problem+json\`; every code has a page under \`/problems/\`.
* A till uses \`Authorization: Bearer <key>\`; store and brand come from the key.`;

const print = (): Json => {
  const paths: Record<string, Json> = {};
  for (const [room, doors] of Object.entries(endpointsByRoom)) {
    for (const e of doors) {
      const path = e.path.replace(/:(\w+)/g, "{$1}");
      paths[path] = { ...paths[path], [e.method.toLowerCase()]: operation(e, room) };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Jifu 积福",
      version: "1",
      description: about,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: Object.keys(endpointsByRoom).map((name) => ({ name })),
    paths,
    components: { schemas: { Problem: problemSchema }, securitySchemes },
  };
};

let printed: Json | null = null;

/** The whole document; the same for the life of the process. */
export const openApi = (): Json => printed ??= print();
