/** Sends a bad request as somebody, and says what is wrong with the answer. @module */
import { undeclared } from "../../api/http/test-bad-input.ts";
import type { Caller, TestHouse } from "../../api/test-house.ts";
import { allEndpoints } from "../../shared/endpoints.ts";
import type { BadRequest } from "./bad-requests.ts";
import { type Chance, oneOf } from "./bad-values.ts";
import { codeOf, type DescribedDoor, faultOfRefusal } from "./described-doors.ts";

const endpoints = new Map(allEndpoints.map((e) => [e.id, e]));

const languages = [
  "zh-CN",
  "en",
  "en-US,en;q=0.9",
  "",
  "zh;q=0.1,*",
  "EN",
  `fr-${"x".repeat(900)}`,
];

/** Refusals that any guarded door may give beyond those the description lists for it. */
const ofEveryGuard = [
  ...["signed-out", "not-allowed", "sign-in-again", "terminal-unknown", "proof-invalid"],
  ...["member-frozen", "origin-refused", "media-type", "body-too-large", "input-invalid"],
  ...["too-many", "too-busy", "method-refused", "not-found"],
];

const headersOf = async (request: BadRequest, as: Caller, language: string): Promise<Headers> => {
  const at = new URL(request.path, "http://localhost");
  const body = request.body === null
    ? ""
    : typeof request.body === "string"
    ? request.body.toWellFormed()
    : new TextDecoder().decode(request.body);
  const signed = await as.sign?.(request.method, at.pathname + at.search, body);
  const cookie = [...as.cookies ?? []].map(([k, v]) => `${k}=${v}`).join("; ");
  const headers = new Headers({
    "jifu-client": as.client,
    ...(language ? { "accept-language": language } : {}),
    ...(cookie ? { cookie } : {}),
    ...as.headers,
    ...signed,
    ...request.headers,
  });
  request.spoil?.(headers);
  return headers;
};

export type Sent = { status: number; code: string; fault: string };

/** What is wrong with an answer that lets pass; "" if nothing. */
const faultOfAnswer = async (
  door: DescribedDoor,
  request: BadRequest,
  answer: Response,
): Promise<string> => {
  if (request.refused) return `let pass: ${answer.status} ${(await answer.text()).slice(0, 300)}`;
  const type = answer.headers.get("content-type") ?? "";
  if (!type.includes("json") || request.method !== door.method) {
    await answer.body?.cancel();
    return "";
  }
  const extra = undeclared(endpoints.get(door.id)!, await answer.json());
  return extra.length > 0 ? `answers more than it says: ${extra}` : "";
};

/** Sends it from some address, in some language. */
export const sendBad = async (
  house: TestHouse,
  door: DescribedDoor,
  request: BadRequest,
  as: Caller,
  chance: Chance,
): Promise<Sent> => {
  const language = oneOf(languages, chance);
  const headers = await headersOf(request, as, language);
  const hostname = `10.${chance(250)}.${chance(250)}.${chance(250)}`;
  const answer = await house.app.request(request.path, {
    method: request.method,
    headers,
    ...(request.body === null ? {} : { body: request.body }),
  }, { remoteAddr: { hostname } });
  const { status } = answer;
  if (status < 400) {
    return { status, code: "", fault: await faultOfAnswer(door, request, answer) };
  }
  if (request.method === "HEAD") {
    return { status, code: "", fault: status < 500 ? "" : `${status}` };
  }
  const text = await answer.text();
  const fault = faultOfRefusal(answer, text, language.startsWith("en") ? "en" : "zh");
  if (fault) return { status, code: "", fault };
  const code = codeOf(JSON.parse(text))!;
  const described = door.refusals.has(code) || ofEveryGuard.includes(code);
  return { status, code, fault: described ? "" : `not in the description: ${code}` };
};
