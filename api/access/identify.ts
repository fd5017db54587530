/** From a request to an actor: who is asking, in which role, where. @module */
import type { ProblemCode } from "../../shared/problems.ts";
import {
  PROOF_HEADER,
  TERMINAL_HEADER,
  WORKING_HEADER,
} from "../../shared/terminals/terminal-proof.ts";
import type { Write } from "../db/statement.ts";
import { type Actor, type House, nobody } from "../desk.ts";
import { consoleRole, counterRole } from "./grants.ts";
import { known } from "./known.ts";
import { proofHolds } from "./proof.ts";
import {
  type GrantRow,
  grantsOfSession,
  keyBySecret,
  memberSession,
  staffSession,
  type StaffSessionRow,
  terminalById,
  type TerminalRow,
  touchKey,
  touchTerminal,
} from "./queries.ts";
import { cookieName, isAlive, type SessionKind, sessionTouch } from "./session.ts";
import { hashToken } from "./tokens.ts";

export type Asking = {
  method: string;
  /** Path with query, as it was asked for. */
  pathWithQuery: string;
  body: string;
  now: number;
  header: (name: string) => string | undefined;
  cookie: (name: string) => string | undefined;
};

export const clients = ["pwa", "kiosk", "counter", "console", "pos"] as const;
export type Client = typeof clients[number];

/** Who is asking as long as nobody says otherwise, with what the guard then refuses. */
const refused = (refusal: ProblemCode): Actor => ({ ...nobody, refusal });

/** The client a request says it comes from. An EventSource cannot send headers: under the member's
 *  own path a GET without any is the e-card's. */
export const clientOf = (asking: Asking): Client | null => {
  if (asking.header("authorization")?.startsWith("Bearer ")) return "pos";
  const said = asking.header("jifu-client");
  if (said === undefined) {
    return asking.method === "GET" && /^\/api\/members\/me(\/|\?|$)/.test(asking.pathWithQuery)
      ? "pwa"
      : null;
  }
  return clients.find((c) => c === said) ?? null;
};

/** Who is asking. Never throws a refusal: what was wrong stands in `refusal`, for the guard of a
 *  door that is not open to anyone. */
export const identify = (house: House, asking: Asking): Promise<Actor> => {
  switch (clientOf(asking)) {
    case "pwa":
      return member(house, asking);
    case "console":
      return consoleStaff(house, asking);
    case "kiosk":
    case "counter":
      return terminal(house, asking);
    case "pos":
      return apiKey(house, asking);
    default:
      return Promise.resolve(nobody);
  }
};

/** Notes that somebody was here. Late or lost is no harm, so nobody waits for it; a process that is
 *  not the writer leaves it to the commands that it hands over. */
const note = (house: House, write: Write | null): void => {
  if (write && !house.settings.writerUrl) house.db.write([write]).catch(() => {});
};

const sessionHash = (house: House, asking: Asking, kind: SessionKind): string | null => {
  const token = asking.cookie(cookieName(house, kind));
  return token ? hashToken(token) : null;
};

const member = async (house: House, asking: Asking): Promise<Actor> => {
  const hash = sessionHash(house, asking, "member");
  if (!hash) return nobody;
  const session = await known(
    house.db,
    `member ${hash}`,
    asking.now,
    async () => (await house.db.read(memberSession, [hash]))[0] ?? null,
    (s) => [hash, s.subject_id, s.device_id!],
  );
  if (!session || !isAlive(session, asking.now) || session.device_state !== "active") {
    return nobody;
  }
  if (session.member_state === "closed") return nobody;
  if (session.member_state === "frozen") return refused("member-frozen");
  note(house, sessionTouch(session, asking.now));
  return {
    role: "member",
    id: session.subject_id,
    scope: { brandIds: [session.brand_id], storeIds: [] },
    memberId: session.subject_id,
    deviceId: session.device_id!,
    brandId: session.brand_id,
    sessionHash: hash,
    ...(session.strong_at === null ? {} : { strongAt: session.strong_at }),
  };
};

type StaffFound = { session: StaffSessionRow; grants: GrantRow[] };

const staffFound = (
  house: House,
  asking: Asking,
  kind: "counter" | "console",
): Promise<StaffFound | null> => {
  const hash = sessionHash(house, asking, kind);
  if (!hash) return Promise.resolve(null);
  return known(
    house.db,
    `staff ${hash}`,
    asking.now,
    async () => {
      const [[session], grants] = await Promise.all([
        house.db.read(staffSession, [hash]),
        house.db.read(grantsOfSession, [hash]),
      ]);
      return session?.kind === kind ? { session, grants } : null;
    },
    ({ session, grants }) => [
      hash,
      session.subject_id,
      session.terminal_id ?? hash,
      ...grants.map((g) => g.role),
    ],
  );
};

const isGood = (found: StaffFound | null, now: number): found is StaffFound =>
  found !== null && isAlive(found.session, now) && found.session.staff_state === "active";

const consoleStaff = async (house: House, asking: Asking): Promise<Actor> => {
  const found = await staffFound(house, asking, "console");
  if (!isGood(found, asking.now)) return nobody;
  const held = consoleRole(found.grants);
  if (!held) return nobody;
  const { session } = found;
  note(house, sessionTouch(session, asking.now));
  return {
    ...held,
    id: session.subject_id,
    staffId: session.subject_id,
    sessionHash: session.token_hash,
    ...(session.strong_at === null ? {} : { strongAt: session.strong_at }),
  };
};

const touchedEveryMs = 60_000;

/** A paired terminal, with whoever of the staff is signed in on it. */
const terminal = async (house: House, asking: Asking): Promise<Actor> => {
  const id = asking.header(TERMINAL_HEADER);
  if (!id) return refused("terminal-unknown");
  const [row, staff] = await Promise.all([
    known(
      house.db,
      `terminal ${id}`,
      asking.now,
      async () => (await house.db.read(terminalById, [id]))[0] ?? null,
      () => [id],
    ),
    staffFound(house, asking, "counter"),
  ]);
  if (!row || row.state !== "active") return refused("terminal-unknown");
  const proof = asking.header(PROOF_HEADER) ?? "";
  if (!proofHolds(house.keys, row, { ...asking, proof })) return refused("proof-invalid");
  if (asking.now - (row.last_seen_at ?? 0) >= touchedEveryMs) {
    row.last_seen_at = asking.now;
    note(house, touchTerminal.row({ id, at: asking.now }));
  }
  return atTerminal(house, asking, row, staff);
};

const atTerminal = (
  house: House,
  asking: Asking,
  row: TerminalRow,
  staff: StaffFound | null,
): Actor => {
  const place = {
    scope: { brandIds: [row.brand_id], storeIds: [row.store_id] },
    terminalId: row.id,
    storeId: row.store_id,
    brandId: row.brand_id,
  };
  if (row.kind === "kiosk") return { ...place, role: "kiosk", id: row.id };
  const working = asking.header(WORKING_HEADER) ?? staff?.session.subject_id;
  const held = isGood(staff, asking.now) && staff.session.terminal_id === row.id &&
      staff.session.subject_id === working
    ? counterRole(staff.grants, row.brand_id, row.store_id)
    : null;
  if (!staff || !held) {
    return { ...place, role: "counter", id: row.id, refusal: "signed-out" };
  }
  note(house, sessionTouch(staff.session, asking.now));
  const { subject_id: staffId, token_hash } = staff.session;
  return { ...place, ...held, id: staffId, staffId, sessionHash: token_hash };
};

const apiKey = async (house: House, asking: Asking): Promise<Actor> => {
  const secret = /^Bearer (\S{20,100})$/.exec(asking.header("authorization") ?? "")?.[1];
  if (!secret) return nobody;
  const hash = hashToken(secret);
  const key = await known(
    house.db,
    `key ${hash}`,
    asking.now,
    async () => (await house.db.read(keyBySecret, [hash]))[0] ?? null,
    (k) => [k.id],
  );
  if (!key || key.state !== "active") return nobody;
  if (asking.now - (key.last_used_at ?? 0) >= touchedEveryMs) {
    key.last_used_at = asking.now;
    note(house, touchKey.row({ id: key.id, at: asking.now }));
  }
  return {
    role: key.role,
    id: key.id,
    apiKeyId: key.id,
    scope: {
      brandIds: key.brand_id === null ? null : [key.brand_id],
      storeIds: key.store_id === null ? null : [key.store_id],
    },
    ...(key.brand_id === null ? {} : { brandId: key.brand_id }),
    ...(key.store_id === null ? {} : { storeId: key.store_id }),
  };
};
