import { expect, test } from "vitest";
import { addDays } from "../business-day.ts";
import { type LunarDay, lunarOf, solarOf } from "./lunar.ts";

const at = (year: number, month: number, day: number, leap = false): LunarDay => ({
  year,
  month,
  day,
  leap,
});

test.each([
  ["1900-01-31", at(1900, 1, 1)],
  ["1949-10-01", at(1949, 8, 10)],
  ["1954-02-03", at(1954, 1, 1)],
  ["1985-02-20", at(1985, 1, 1)],
  ["2012-08-17", at(2012, 7, 1)],
  ["2018-11-08", at(2018, 10, 1)],
  ["2020-05-23", at(2020, 4, 1, true)],
  ["2023-03-22", at(2023, 2, 1, true)],
  ["2025-01-29", at(2025, 1, 1)],
  ["2025-06-25", at(2025, 6, 1)],
  ["2025-07-25", at(2025, 6, 1, true)],
  ["2026-02-16", at(2025, 12, 29)],
  ["2026-02-17", at(2026, 1, 1)],
  ["2026-06-19", at(2026, 5, 5)],
  ["2026-08-19", at(2026, 7, 7)],
  ["2026-09-25", at(2026, 8, 15)],
  // New moons minutes from midnight in Beijing, where calendars in browsers go wrong.
  ["2027-02-06", at(2027, 1, 1)],
  ["2030-02-03", at(2030, 1, 1)],
  // The famous year: its doubled month is the eleventh, not the eighth.
  ["2033-12-22", at(2033, 11, 1, true)],
  ["2034-02-19", at(2034, 1, 1)],
  ["2101-01-28", at(2100, 12, 29)],
])("%s", (day, lunar) => {
  expect(lunarOf(day)).toEqual(lunar);
  expect(solarOf(lunar)).toBe(day);
});

test("years with a doubled month, as almanacs list them", () => {
  const leaps: string[] = [];
  for (let year = 1900; year <= 2050; year++) {
    for (let month = 1; month <= 12; month++) {
      if (solarOf(at(year, month, 1, true))) leaps.push(`${year}:${month}`);
    }
  }
  expect(leaps.join(" ")).toBe(
    "1900:8 1903:5 1906:4 1909:2 1911:6 1914:5 1917:2 1919:7 1922:5 1925:4 1928:2 1930:6 1933:5 " +
      "1936:3 1938:7 1941:6 1944:4 1947:2 1949:7 1952:5 1955:3 1957:8 1960:6 1963:4 1966:3 " +
      "1968:7 1971:5 1974:4 1976:8 1979:6 1982:4 1984:10 1987:6 1990:5 1993:3 1995:8 1998:5 " +
      "2001:4 2004:2 2006:7 2009:5 2012:4 2014:9 2017:6 2020:4 2023:2 2025:6 2028:5 2031:3 " +
      "2033:11 2036:6 2039:5 2042:2 2044:7 2047:5 2050:3",
  );
});

test("days that do not exist are null, days outside the table a RangeError", () => {
  expect(solarOf(at(2026, 6, 1, true))).toBeNull();
  expect(solarOf(at(2026, 1, 31))).toBeNull();
  expect(solarOf(at(2025, 12, 30))).toBeNull();
  expect(solarOf(at(2026, 13, 1))).toBeNull();
  expect(solarOf(at(1899, 1, 1))).toBeNull();
  expect(() => lunarOf("1900-01-30")).toThrow(RangeError);
  expect(() => lunarOf("2101-01-29")).toThrow(RangeError);
});

test("every day goes there and back, and one day follows the other", () => {
  let before = lunarOf("1900-01-31");
  for (let day = "1900-02-01"; day <= "2101-01-28"; day = addDays(day, 1)) {
    const lunar = lunarOf(day);
    if (solarOf(lunar) !== day) expect.soft(solarOf(lunar)).toBe(day);
    const follows = lunar.day === before.day + 1 || (lunar.day === 1 && before.day >= 29);
    if (!follows) expect.soft({ day, lunar, before }).toBe("follows");
    before = lunar;
  }
});

/** First days of lunar months as `Intl` tells them, "2025-06-25" → "2025-6", leap "2025-6bis". */
const intlMonths = (): Map<string, string> => {
  const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const months = new Map<string, string>();
  for (let day = "1901-03-01"; day <= "2100-12-01"; day = addDays(day, 1)) {
    const parts = chinese.formatToParts(Date.parse(`${day}T12:00:00Z`));
    const part = (type: string) => parts.find((p) => p.type === type)?.value;
    if (part("day") === "1") months.set(`${part("relatedYear")}-${part("month")}`, day);
  }
  return months;
};

/**
 * The calendar of the engine is reckoned with a coarser moon: a new moon within minutes of midnight
 * may fall on its neighbour, never further. In 1917, 1922 and 1987 it doubles another month.
 */
test("agrees with Intl but for new moons at midnight", () => {
  const months = [...intlMonths()];
  const known = months.filter(([key]) => !/^19(17|22|87)-/.test(key));
  const differing = known.filter(([key, first]) => {
    const [year, month] = key.split("-") as [string, string];
    const ours = solarOf(at(Number(year), parseInt(month), 1, month.endsWith("bis")));
    if (ours !== first) expect([addDays(first, 1), addDays(first, -1)]).toContain(ours);
    return ours !== first;
  });
  expect(months.length).toBeGreaterThan(2_450);
  expect(differing.length).toBeLessThan(25);
});
