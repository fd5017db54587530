/** Requests that no client of ours would send, made from the API description: one right request per
 *  door, and one thing wrong with it. A seed gives the same ones again. @module */
import { allEndpoints } from "../../shared/endpoints.ts";
import { isRight, places, rightAt, withAt } from "./body-places.ts";
import {
  broken,
  type Chance,
  oneOf,
  raw,
  strangeBytes,
  strangeNames,
  textOf,
  wrongFor,
} from "./bad-values.ts";
import { type DescribedDoor, rightBodyOf } from "./described-doors.ts";
import { strangeCredentials } from "./strange-credentials.ts";

export type BadRequest = {
  kind: string;
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
  /** A door that lets it pass is wrong. Where it is false, it only has to change nothing. */
  refused: boolean;
  /** Last change of all headers, those of the caller too. */
  spoil?: (headers: Headers) => void;
};

const endpoints = new Map(allEndpoints.map((e) => [e.id, e]));

/** Would the door's own schema take it? */
const takes = (door: DescribedDoor, text: string): boolean => {
  const body = endpoints.get(door.id)?.body as
    | { safeParse(value: unknown): { success: boolean } }
    | undefined;
  if (!body) return true;
  try {
    // What is read as UTF-8 loses its byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, "") || "{}");
    return isRight(value) && body.safeParse(value).success;
  } catch {
    return false;
  }
};

const prefixes: Record<string, string> = {
  ...{ scan: "scn", journal: "jrn", sale: "sal", claim: "clm", member: "mem", device: "dev" },
  ...{ staff: "stf", store: "sto", gift: "gft", key: "key", terminal: "trm", pairing: "par" },
  ...{ survey: "srv", transfer: "trf", case: "cse", draft: "drf", rules: "rul", run: "wif" },
  ...{ approval: "apr", role: "rol", tag: "tag", category: "cat", code: "9", pairingCode: "B" },
};

/** The path with an id of the right shape for each part, of nothing that is there. */
const nowhere = (door: DescribedDoor): string =>
  door.path.replace(/\{(\w+)\}/g, (_, name) => `${prefixes[name] ?? "sal"}_01kv4g5ft8nothere0`);

const strangeIds = [
  ...["%00", "%0d%0ajifu-level:1", "%ff%fe", "%ed%a0%80", "%F0%9F%98%80", "%", "%zz", "%c0%ae"],
  ...["..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e", "..%5c..%5cwindows", "%252e%252e%252f", "...."],
  ...["__proto__", "constructor", "null", "undefined", "NaN", "me", "1", "-1", "0x10", "1e400"],
  ...["%27%20or%201%3D1--", "%22%3B%20drop%20table%20sale", "*", "?", "%3Fx=1", "%23", ";a=b"],
  ...["mem_01nothere", "MEM_01KV4G5FT8", "sal_", "_", "x".repeat(3_000), "%e4%bd%a0".repeat(300)],
  ...["mem_01nothere%20", "%20mem_01nothere", "mem_01nothere%0a", "mem_01nothere.json", "a%2fb"],
];

type Made = Partial<BadRequest> | null;
type Kind = (door: DescribedDoor, chance: Chance) => Made;

/** Something that the schema does not take, found in a few tries. */
const refusedBody = (door: DescribedDoor, make: () => string): Made => {
  for (let i = 0; i < 8; i++) {
    const body = make();
    if (!takes(door, body)) return { body, refused: true };
  }
  return null;
};

const ofBody = (make: (door: DescribedDoor, chance: Chance) => string): Kind => (door, chance) =>
  door.body ? refusedBody(door, () => make(door, chance)) : null;

const bodies: Record<string, Kind> = {
  "wrong value": ofBody((door, chance) => {
    const place = oneOf(places(door.body!), chance);
    return textOf(withAt(rightBodyOf(door), place.at, wrongFor(place.shape, chance)));
  }),
  "field missing": ofBody((door, chance) => {
    const place = oneOf(places(door.body!), chance);
    return textOf(withAt(rightBodyOf(door), place.at, undefined));
  }),
  "field too many": ofBody((door, chance) => {
    const place = oneOf(places(door.body!).filter((p) => p.shape.properties), chance);
    const found = rightAt(rightBodyOf(door), place.at) as object;
    const name = oneOf(strangeNames, chance);
    const inner = textOf(found).replace(/^\{/, `{"${name}":${oneOf(["1", "{}", "null"], chance)},`);
    return textOf(withAt(rightBodyOf(door), place.at, raw(inner.replace(/,\}$/, "}"))));
  }),
  "key twice": ofBody((door, chance) => {
    const name = oneOf([...Object.keys(rightBodyOf(door) as object), "twice"], chance);
    const again = textOf(wrongFor(door.body!.properties?.[name] ?? {}, chance));
    return textOf(rightBodyOf(door)).replace(/\}$/, `,${JSON.stringify(name)}:${again}}`);
  }),
  "no JSON": ofBody((door, chance) => broken(textOf(rightBodyOf(door)), chance)),
  "no text": (door, chance) =>
    door.body && { body: strangeBytes(textOf(rightBodyOf(door)), chance), refused: true },
  "too long": (door, chance) =>
    door.method === "GET"
      ? null
      : { body: `{"a":"${"9".repeat(oneOf([70_000, 600_000], chance))}"}`, refused: true },
};

const types = [
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""],
  ...["application/xml", "application/jsonp", "application/json5", "text/json", "*/*", "json"],
  ...["application/problem+json", "application/json, text/plain", "application\\json"],
];

const methods = ["PUT", "PATCH", "DELETE", "POST", "OPTIONS", "QUERY", "PROPFIND", "get", "HEAD"];

const heads: Record<string, Kind> = {
  "wrong media type": (door, chance) =>
    door.method === "GET"
      ? null
      : { headers: { "content-type": oneOf(types, chance) }, refused: true },
  "wrong method": (door, chance) => {
    const other = methods.filter((m) =>
      !door.methods.includes(m.toUpperCase()) && !(m === "HEAD" && door.methods.includes("GET"))
    );
    const method = oneOf(other, chance);
    const body = ["get", "HEAD"].includes(method) ? null : "{}";
    // A path of one door may fit another's: "me" is a member's id to the path alone.
    return { method, body, refused: !/\{/.test(door.path) && method !== "OPTIONS" };
  },
  "foreign page": (door, chance) => {
    if (door.method === "GET") return null;
    const origin = oneOf(
      ["https://evil.example", "null", "", "http://localhost.evil", "::"],
      chance,
    );
    return { headers: { origin }, spoil: (h) => h.delete("authorization"), refused: true };
  },
  "no client": (door) =>
    door.method === "GET" ? null : {
      spoil: (h) => ["authorization", "jifu-client"].forEach((name) => h.delete(name)),
      refused: true,
    },
  "command key": (door, chance) => {
    if (!door.once) return null;
    const given = oneOf(
      ["", "short", "k".repeat(65), "key with spaces in it", "k/".repeat(10)],
      chance,
    );
    const more = oneOf(
      [given, `${"k".repeat(20)}, ${"k".repeat(20)}`, "\u00e9".repeat(20)],
      chance,
    );
    return { headers: { "idempotency-key": more }, refused: true };
  },
};

/** Only with a body or an id that is wrong too: alone they are no mistake. */
const strangeHeads: Record<string, string>[] = [
  { "jifu-level": "-1e400" },
  { "jifu-level": "9".repeat(300) },
  { "accept": "text/html" },
  { "accept-encoding": "gzip;q=x, \u00ff" },
  { "x-forwarded-for": "127.0.0.1, ::1, '; drop table" },
  { "x-forwarded-host": "evil.example" },
  { "x-http-method-override": "DELETE" },
  { "content-encoding": "gzip" },
  { "if-none-match": "*" },
  { "range": "bytes=0-0,-1" },
  { "jifu-forwarded": "1" },
  { "jifu-client": "__proto__" },
  { "x-note": "n".repeat(9_000) },
  { "expect": "200-ok" },
];

const paths: Record<string, Kind> = {
  "nothing there": (door) => /\{/.test(door.path) ? { refused: false } : null,
  "strange id": (door, chance) =>
    /\{/.test(door.path)
      ? { path: door.path.replace(/\{\w+\}/g, () => oneOf(strangeIds, chance)), refused: false }
      : null,
  "strange query": (door, chance) => {
    const names = [...door.query.map((q) => q.name), "extra", "__proto__", "limit[]"];
    const value = (shape = {}) => {
      const text = textOf(wrongFor(shape, chance)).replace(/^"|"$/g, "");
      return oneOf(
        [encodeURIComponent(text.toWellFormed()).slice(0, 4_000), "%", "%ff", ""],
        chance,
      );
    };
    const pairs = Array.from({ length: 1 + chance(4) }, () => {
      const name = oneOf(names, chance);
      return `${name}=${value(door.query.find((q) => q.name === name)?.schema)}`;
    });
    const at = `${nowhere(door)}?${pairs.join(oneOf(["&", "&&", ";"], chance))}`;
    // What is asked in the query is only looked at; a body comes wrong with it.
    return door.method === "GET" ? { path: at, refused: false } : withWrongBody(door, chance, {
      path: at,
    });
  },
  "strange head": (door, chance) =>
    withWrongBody(door, chance, { headers: { ...oneOf(strangeHeads, chance) } }),
  "strange credentials": (door, chance) =>
    withWrongBody(door, chance, { spoil: strangeCredentials(chance) }),
};

/** With what nobody takes either, where the door takes a body; null where it would simply pass. */
const withWrongBody = (door: DescribedDoor, chance: Chance, more: Partial<BadRequest>): Made => {
  if (door.method === "GET") return { ...more, refused: false };
  const wrong = bodies["no JSON"]!(door, chance);
  if (wrong) return { ...wrong, ...more };
  return /\{/.test(door.path) ? { ...more, refused: false } : null;
};

const all = { ...bodies, ...heads, ...paths };
export const kinds = Object.keys(all);

/** One bad request to a door. */
export const badRequest = (door: DescribedDoor, chance: Chance): BadRequest => {
  for (;;) {
    const kind = oneOf(kinds, chance);
    const made = all[kind as keyof typeof all]!(door, chance);
    if (!made) continue;
    const key = Array.from({ length: 20 }, () => chance(10)).join("");
    return {
      kind,
      method: door.method,
      path: nowhere(door),
      body: door.method === "GET" ? null : textOf(rightBodyOf(door) ?? {}),
      refused: true,
      ...made,
      headers: {
        "content-type": "application/json",
        ...(door.once ? { "idempotency-key": key } : {}),
        ...made.headers,
      },
    };
  }
};
