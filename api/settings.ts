/** The environment, parsed once, refused with a clear sentence. docs: README "Settings". @module */
import * as z from "zod/mini";

/** Why the product does not start, in words for whoever starts it. */
export class CannotStart extends Error {
  /** What the process ends with: 1, or 74 where starting again later may help (start.ts). */
  readonly code: number;
  /** Without the words that say what it keeps from happening. */
  readonly why: string;
  constructor(why: string, code = 1) {
    super(`Cannot start: ${why}`);
    this.why = why;
    this.name = "CannotStart";
    this.code = code;
  }
}

/** EX_IOERR of sysexits.h: the disk is in doubt. .ci/task.js starts again, as a supervisor should. */
export const diskInDoubt = 74;

const wrong = (lines: string): CannotStart => new CannotStart(`settings are wrong\n${lines}`);

const flag = z.pipe(
  z.optional(z.enum(["0", "1", "true", "false"])),
  z.transform((v) => v === "1" || v === "true"),
);
const portWords = "a number from 1 to 65535";
const port = z.coerce.number(portWords).check(
  z.int(portWords),
  z.gte(1, portWords),
  z.lte(65535, portWords),
);
const timeoutWords = "milliseconds, from 100 to 10000";
const timeout = z.coerce.number(timeoutWords).check(
  z.int(timeoutWords),
  z.gte(100, timeoutWords),
  z.lte(10_000, timeoutWords),
);
const optionalUrl = z.optional(z.url());
const secret = z.optional(
  z.string().check(z.regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes, base64url")),
);

const Environment = z.object({
  PORT: z._default(port, 8000),
  HOST: z._default(z.string(), "127.0.0.1"),
  DATABASE_URL: z._default(
    z.string().check(
      z.regex(/^(file:.+|libsql:\/\/.+|https?:\/\/.+|wss?:\/\/.+)$/, "file:… or libsql://…"),
    ),
    "file:data/jifu.db",
  ),
  DATABASE_AUTH_TOKEN: z.optional(z.string()),
  DATABASE_REPLICA_URL: z.optional(z.string()),
  DATABASE_TIMEOUT_MS: z._default(timeout, 5000),
  WRITER_URL: optionalUrl,
  PUBLIC_URL: optionalUrl,
  PRODUCTION: flag,
  DEMO: z.optional(z.enum(["0", "1", "true", "false"])),
  SECRET_KEY: secret,
  SMS_URL: optionalUrl,
  SMS_TOKEN: z.optional(z.string()),
  EMAIL_URL: optionalUrl,
  EMAIL_TOKEN: z.optional(z.string()),
  SEAL_EMAIL: z.optional(z.email()),
  VAPID_SUBJECT: z._default(
    z.string().check(z.regex(/^(mailto:|https:)/)),
    "mailto:push@jifu.example",
  ),
  PUSH_HOSTS: z.optional(z.string()),
  TRUST_PROXY: flag,
});

/** Variables that are read from the environment; nothing else of it is looked at. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);

export type Settings = {
  port: number;
  host: string;
  database: { url: string; authToken?: string; replicaUrl?: string; timeoutMs?: number };
  /** Unsafe requests go there whole; null: this process writes. */
  writerUrl: string | null;
  /** Address that members and staff use; decides cookies and allowed origins. */
  publicUrl: string | null;
  production: boolean;
  /** Fill an empty database with the demo chain and show sent messages. */
  demo: boolean;
  /** Root secret; every other key is derived from it. Null: made and kept beside the database. */
  secretKey: string | null;
  sms: { url: string; token: string } | null;
  email: { url: string; token: string } | null;
  sealEmail: string | null;
  vapidSubject: string;
  /** Extra push hosts allowed besides the browsers' own (tests, private relays). */
  pushHosts: string[];
  trustProxy: boolean;
};

/** @throws CannotStart with one line per wrong variable */
export const readSettings = (environment: Record<string, string | undefined>): Settings => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, v]) => v !== undefined && v !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) =>
      `  ${i.path.join(".")}: ${i.message} (given: ${JSON.stringify(given[String(i.path[0])])})`
    );
    throw wrong(lines.join("\n"));
  }
  const e = parsed.data;
  const production = e.PRODUCTION;
  const demo = e.DEMO === undefined ? !production : e.DEMO === "1" || e.DEMO === "true";
  if (production && !e.SECRET_KEY) {
    throw wrong("  SECRET_KEY: needed when PRODUCTION is 1 (32 random bytes, base64url)");
  }
  if (production && demo) {
    throw wrong("  DEMO: the demo must be off when PRODUCTION is 1");
  }
  if (e.WRITER_URL && !e.PUBLIC_URL) {
    throw wrong(
      "  PUBLIC_URL: needed with WRITER_URL, the writer checks where a request came from",
    );
  }
  return {
    port: e.PORT,
    host: e.HOST,
    database: {
      url: e.DATABASE_URL,
      ...(e.DATABASE_AUTH_TOKEN ? { authToken: e.DATABASE_AUTH_TOKEN } : {}),
      ...(e.DATABASE_REPLICA_URL ? { replicaUrl: e.DATABASE_REPLICA_URL } : {}),
      timeoutMs: e.DATABASE_TIMEOUT_MS,
    },
    writerUrl: e.WRITER_URL ?? null,
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    production,
    demo,
    secretKey: e.SECRET_KEY ?? null,
    sms: e.SMS_URL ? { url: e.SMS_URL, token: e.SMS_TOKEN ?? "" } : null,
    email: e.EMAIL_URL ? { url: e.EMAIL_URL, token: e.EMAIL_TOKEN ?? "" } : null,
    sealEmail: e.SEAL_EMAIL ?? null,
    vapidSubject: e.VAPID_SUBJECT,
    pushHosts: e.PUSH_HOSTS?.split(",").map((h) => h.trim()).filter(Boolean) ?? [],
    trustProxy: e.TRUST_PROXY,
  };
};
