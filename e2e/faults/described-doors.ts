/** The doors as the API description tells of them: what whoever reads only that would know, and what
 *  answers have to keep to. @module */
import { rightValue, type Shape } from "../../api/http/test-bad-input.ts";
import { openApi } from "../../api/site/openapi.ts";
import { catalogue, isProblemCode, type ProblemCode } from "../../shared/problems.ts";

type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  schema: Shape;
};
type Operation = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Shape }> };
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
  "x-permission": string;
  "x-roles"?: string[];
};

export type DescribedDoor = {
  id: string;
  method: string;
  /** With `{name}` where an id goes. */
  path: string;
  body: Shape | null;
  query: Parameter[];
  once: boolean;
  permission: string;
  roles: string[];
  /** Refusals that stand in the description. */
  refusals: ReadonlySet<string>;
  /** Methods that have a door at this path. */
  methods: string[];
  /** Answers with a stream that does not end. */
  streams: boolean;
};

const refusalsIn = (responses: Operation["responses"]): Set<string> =>
  new Set(JSON.stringify(responses).match(/(?<=\/problems\/)[a-z-]+/g));

/** Every door of the description. */
export const describedDoors = (): DescribedDoor[] => {
  const paths = openApi().paths as Record<string, Record<string, Operation>>;
  return Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, o]) => ({
      id: o.operationId,
      method: method.toUpperCase(),
      path,
      body: o.requestBody?.content["application/json"]?.schema ?? null,
      query: o.parameters.filter((p) => p.in === "query"),
      once: o.parameters.some((p) => p.name === "Idempotency-Key"),
      permission: o["x-permission"],
      roles: o["x-roles"] ?? [],
      refusals: refusalsIn(o.responses),
      methods: Object.keys(byMethod).map((m) => m.toUpperCase()),
      streams: JSON.stringify(o.responses).includes("text/event-stream"),
    }))
  );
};

/** A body that the description takes, with everything optional in it. */
export const rightBodyOf = (door: DescribedDoor): unknown =>
  door.body ? rightValue(door.body) : undefined;

/** Words that only the inside of the house knows. */
const inside =
  /\bat \S+ \(|\.ts\b|node_modules|sqlite|libsql|\bselect\b.*\bfrom\b|insert into|json_each|constraint|\bstack\b/i;

type Told = Record<string, unknown> & { type: string; status: number };

/** What is wrong with a refusal by the catalogue and the problem schema; "" if nothing. */
export const faultOfRefusal = (
  answer: { status: number; headers: Headers },
  text: string,
  language: "zh" | "en",
): string => {
  const type = answer.headers.get("content-type");
  if (answer.status >= 500) return `${answer.status} ${text.slice(0, 300)}`;
  if (type !== "application/problem+json") return `${answer.status} ${type} ${text.slice(0, 200)}`;
  if (inside.test(text)) return `tells too much: ${text.slice(0, 300)}`;
  const told = JSON.parse(text) as Told;
  const code = codeOf(told);
  if (!code) return `no code of the catalogue: ${text.slice(0, 200)}`;
  const { status, fields = [], ...said } = catalogue[code] as typeof catalogue["input-invalid"];
  if (told.status !== status || answer.status !== status) return `status of ${code}: ${text}`;
  const words = language === "en" ? [said.en, said.remedyEn] : [said.zh, said.remedyZh];
  if (told.title !== words[0] || told.detail !== words[1]) return `not in ${language}: ${text}`;
  if (told.instance !== answer.headers.get("jifu-request")) return `no id of the request: ${text}`;
  const known = ["type", "title", "detail", "status", "instance", ...fields];
  const more = Object.keys(told).filter((name) => !known.includes(name));
  if (more.length > 0) return `more than is said: ${more}`;
  return code === "input-invalid" && !areErrors(told.errors) ? `errors: ${text}` : "";
};

const areErrors = (errors: unknown): boolean =>
  Array.isArray(errors) && errors.length > 0 &&
  errors.every((e) =>
    Object.keys(e).sort().join() === "detail,pointer" && typeof e.pointer === "string" &&
    typeof e.detail === "string" && e.detail.length < 1_000
  );

/** The code of a refusal; null: it is none of ours. */
export const codeOf = (told: { type: string }): ProblemCode | null => {
  const code = told.type.replace("/problems/", "");
  return isProblemCode(code) ? code : null;
};
