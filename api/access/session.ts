/** Sessions and their cookies. The token is in the cookie, its SHA-256 in the database. @module */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { Write } from "../db/statement.ts";
import type { Desk, House } from "../desk.ts";
import { insertSession, type SessionRow, touchSession } from "./queries.ts";
import { hashToken, newToken } from "./tokens.ts";

export type SessionKind = SessionRow["kind"];

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session lives at most, and how long without a request. */
export const sessionLife: Record<SessionKind, { maxMs: number | null; idleMs: number }> = {
  member: { maxMs: null, idleMs: 30 * day },
  counter: { maxMs: 12 * 60 * minute, idleMs: 30 * minute },
  console: { maxMs: 12 * 60 * minute, idleMs: 30 * minute },
};

const expiresAt = (kind: SessionKind, createdAt: number, now: number): number => {
  const { maxMs, idleMs } = sessionLife[kind];
  return maxMs === null ? now + idleMs : createdAt + maxMs;
};

/** Is the session still good at this instant? */
export const isAlive = (session: SessionRow, now: number): boolean =>
  now < session.expires_at && now - session.seen_at < sessionLife[session.kind].idleMs;

export type NewSession = {
  kind: SessionKind;
  /** Member or staff id. */
  subjectId: string;
  deviceId?: string;
  terminalId?: string;
  /** Token to use instead of a random one, for a command that may be repeated. */
  token?: string;
};

/** A new session: put `write` into the batch, then set the cookie with `token`. */
export const startSession = (
  desk: Desk,
  { kind, subjectId, deviceId, terminalId, token = newToken(desk) }: NewSession,
): { token: string; hash: string; expiresAt: number; write: Write } => {
  const hash = hashToken(token);
  const row: SessionRow = {
    token_hash: hash,
    kind,
    subject_id: subjectId,
    device_id: deviceId ?? null,
    terminal_id: terminalId ?? null,
    created_at: desk.now,
    seen_at: desk.now,
    expires_at: expiresAt(kind, desk.now, desk.now),
    strong_at: desk.now,
  };
  return { token, hash, expiresAt: row.expires_at, write: insertSession.row(row) };
};

const touchedEveryMs = minute;

/** The write that notes a request, at most once a minute; null: noted lately. */
export const sessionTouch = (session: SessionRow, now: number): Write | null => {
  if (now - session.seen_at < touchedEveryMs) return null;
  session.seen_at = now;
  session.expires_at = expiresAt(session.kind, session.created_at, now);
  return touchSession.row({
    token_hash: session.token_hash,
    at: now,
    expires_at: session.expires_at,
  });
};

const isHttps = (house: House): boolean => house.settings.publicUrl?.startsWith("https:") ?? false;

/** `__Host-` binds the cookie to this host, to / and to https (RFC 6265bis); browsers refuse it
 *  over plain http, where the demo runs. */
export const cookieName = (house: House, kind: SessionKind): string =>
  `${isHttps(house) ? "__Host-" : ""}jifu-${kind}`;

const cookieOptions = (house: House) => ({
  httpOnly: true,
  secure: isHttps(house),
  sameSite: "Strict",
  path: "/",
} as const);

/** Tells the e-card, which cannot see its session, that it may have one: a first visitor's phone need
 *  not ask who it is, and wait for the answer. Says nothing else and opens nothing. */
const hereCookie = "jifu-member-here";

/** Gives the browser its token. How long the session lasts is decided here in the house: the cookie
 *  of a member stays as long as browsers keep one. */
export const setSessionCookie = (
  c: Context,
  house: House,
  kind: SessionKind,
  token: string,
): void => {
  const options = {
    ...cookieOptions(house),
    maxAge: kind === "member" ? 400 * 24 * 3600 : 12 * 3600,
  };
  setCookie(c, cookieName(house, kind), token, options);
  if (kind === "member") setCookie(c, hereCookie, "1", { ...options, httpOnly: false });
};

/** Takes the token back from the browser. */
export const clearSessionCookie = (c: Context, house: House, kind: SessionKind): void => {
  deleteCookie(c, cookieName(house, kind), cookieOptions(house));
  if (kind === "member") deleteCookie(c, hereCookie, cookieOptions(house));
};
