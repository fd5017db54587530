/** Dates and times of day as other systems write them, in the zone of their clock. @module */

const tokens = {
  YYYY: ["y", "\\d{4}"],
  MM: ["m", "\\d{2}"],
  M: ["m", "\\d{1,2}"],
  DD: ["d", "\\d{2}"],
  D: ["d", "\\d{1,2}"],
  HH: ["h", "\\d{2}"],
  H: ["h", "\\d{1,2}"],
  hh: ["k", "\\d{2}"],
  h: ["k", "\\d{1,2}"],
  mm: ["i", "\\d{2}"],
  m: ["i", "\\d{1,2}"],
  ss: ["s", "\\d{2}"],
  s: ["s", "\\d{1,2}"],
  A: ["a", "[AaPp][Mm]"],
} as const;
const token = /YYYY|MM?|DD?|HH?|hh?|mm?|ss?|A/g;

/** Does a format name each part once, the day whole, and no hour without its half of the day? */
export const isTimeFormat = (format: string): boolean => {
  const parts = (format.match(token) ?? []).map((t) => tokens[t as keyof typeof tokens][0]);
  const has = (part: string) => parts.some((p) => p === part);
  return new Set(parts).size === parts.length && ["y", "m", "d"].every(has) &&
    has("k") === has("a") && !(has("h") && has("k"));
};

const patternOf = (format: string): RegExp => {
  const parts = format.split(/(YYYY|MM?|DD?|HH?|hh?|mm?|ss?|A)/g).map((part) => {
    const known = Object.hasOwn(tokens, part) ? tokens[part as keyof typeof tokens] : null;
    return known ? `(?<${known[0]}>${known[1]})` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
};

/** Hour of the day from a hour of the half day. */
const hourOf = (g: Record<string, string | undefined>): number =>
  g.a ? Number(g.k) % 12 + (g.a.toLowerCase() === "pm" ? 12 : 0) : Number(g.h ?? 0);

/** The instant if that clock ran at UTC; null: not a time written so, or a day that is none. */
const atUtc = (g: Record<string, string | undefined>): number | null => {
  const [y, m, d, h, i, s] = [g.y, g.m, g.d, hourOf(g), g.i ?? 0, g.s ?? 0].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (h > 23 || i > 59 || s > 59 || (g.k && (Number(g.k) < 1 || Number(g.k) > 12))) return null;
  const at = Date.UTC(y, m - 1, d, h, i, s);
  const back = new Date(at);
  return back.getUTCMonth() === m - 1 && back.getUTCDate() === d ? at : null;
};

const fixedOffset = /^([+-])(\d{2}):([0-5]\d)$/;

export const isZone = (zone: string): boolean => {
  if (fixedOffset.test(zone)) return true;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
const offsetIn = (zone: string): (at: number) => number => {
  const [, sign, hours, minutes] = fixedOffset.exec(zone) ?? [];
  if (sign) {
    const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
    return () => sign === "-" ? -ms : ms;
  }
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  return (at) => {
    const p = Object.fromEntries(clock.formatToParts(at).map((x) => [x.type, Number(x.value)]));
    return Date.UTC(p.year!, p.month! - 1, p.day!, p.hour!, p.minute!, p.second!) - at;
  };
};

/** Reads instants (ms) written in a format by a clock in a zone; null for what is none. Where a clock
 *  is put back, the first of the two instants is meant. */
export const timeReader = (format: string, zone: string): (text: string) => number | null => {
  const pattern = patternOf(format);
  const offsetAt = offsetIn(zone);
  return (text) => {
    const groups = pattern.exec(text.trim())?.groups;
    const local = groups ? atUtc(groups) : null;
    if (local === null) return null;
    const first = local - offsetAt(local - 43_200_000);
    return offsetAt(first) === local - first ? first : local - offsetAt(first);
  };
};
