/** What proves who somebody is, spoilt in the ways that thieves, proxies and mistakes spoil it.
 *  @module */
import { type Chance, oneOf } from "./bad-values.ts";

type Spoil = (headers: Headers, chance: Chance) => void;

const change = (name: string, by: (value: string) => string): Spoil => (headers) => {
  const value = headers.get(name);
  if (value !== null) headers.set(name, by(value));
};

const spoils: Spoil[] = [
  change("cookie", (c) => `${c}x`),
  change("cookie", (c) => c.replaceAll("=", '="')),
  change("cookie", (c) => c.replace(/jifu-\w+/, "jifu-admin")),
  change("cookie", (c) => c.replaceAll(";", ",")),
  change("cookie", (c) => `${c.replace(/=.*/, "=")}; ${c}`),
  change("cookie", (c) => c.toUpperCase()),
  (h) => h.set("cookie", `jifu-console=${"A".repeat(32)}; jifu-member=%00; jifu-counter`),
  (h) => h.set("cookie", `jifu-member=${"c".repeat(9_000)}`),
  (h) => h.set("cookie", "__Host-jifu-member=x; =; ;;; a=b=c; __proto__=1"),
  (h) => h.delete("cookie"),
  change("authorization", (a) => a.slice(0, -1)),
  change("authorization", (a) => `${a}x`),
  change("authorization", (a) => a.replace("Bearer", "Basic")),
  change("authorization", (a) => a.replace(" ", "  ")),
  (h) => h.set("authorization", `Bearer ${"k".repeat(9_000)}`),
  (h) => h.set("authorization", "Bearer ' or 1=1 -- and more of it"),
  (h) => h.set("authorization", "Bearer"),
  change("jifu-proof", (p) => p.slice(0, -2)),
  change("jifu-proof", (p) => p.replace(/\d{6,}/, "0")),
  change("jifu-proof", (p) => p.replace(/\d{6,}/, "9".repeat(40))),
  change("jifu-proof", (p) => p.split("").reverse().join("")),
  (h) => h.set("jifu-proof", "1.__proto__"),
  (h) => h.delete("jifu-proof"),
  change("jifu-terminal", () => "trm_01kv4g5ft8nothere0"),
  (h) => h.set("jifu-terminal", "__proto__"),
  change("jifu-client", (c) => ["console", "pwa", "kiosk", "pos"].find((o) => o !== c)!),
  (h) => h.set("jifu-client", "curl"),
];

/** One way to spoil them. */
export const strangeCredentials = (chance: Chance): (headers: Headers) => void => {
  const spoil = oneOf(spoils, chance);
  return (headers) => spoil(headers, chance);
};
