import { describe, expect, test } from "vitest";
import { decimalOf, partsOf, productOf } from "./read-number.ts";
import { isTimeFormat, isZone, timeReader } from "./read-time.ts";

const point = { mark: "." } as const;
const comma = { mark: ",", group: "." } as const;

describe("an amount", () => {
  test.each([
    ["0.29", point, 29],
    ["1.1", point, 110],
    [" 7 ", point, 700],
    ["-3.50", point, -350],
    ["4.35000", point, 435],
    ["9007199254740.93", point, 900719925474093],
    ["1.234,50", comma, 123450],
    ["0,5", comma, 50],
    ["2.005", point, null],
    ["1,5", point, null],
    ["4.440892e-16", point, null],
    ["", point, null],
    ["n/a", point, null],
    [".5", point, null],
  ])("%s", (text, format, cents) => {
    const value = decimalOf(text, format);
    expect(value && partsOf(value, 2)).toBe(cents);
  });

  test.each([
    ["0.85", "24", 2040],
    ["0.333", "3", 100],
    ["0.125", "1", 13],
    ["0.125", "-1", -13],
    ["0.004", "1", 0],
    ["99999.99", "0.532", 5319999],
  ])("%s times %s", (price, quantity, cents) => {
    expect(productOf(decimalOf(price, point)!, decimalOf(quantity, point)!, 2)).toBe(cents);
  });
});

describe("a time", () => {
  const utc = (text: string) => Date.parse(text);
  test.each([
    ["YYYY-MM-DD HH:mm:ss", "+08:00", "2017-01-01 07:30:27", utc("2016-12-31T23:30:27Z")],
    ["M/D/YYYY H:mm", "Europe/London", "12/1/2010 8:26", utc("2010-12-01T08:26:00Z")],
    ["M/D/YYYY H:mm", "Europe/London", "7/1/2011 8:26", utc("2011-07-01T07:26:00Z")],
    ["DD.MM.YYYY H:mm", "-03:30", "29.02.2024 9:05", utc("2024-02-29T12:35:00Z")],
    ["YYYY年M月D日 h:mm A", "Asia/Shanghai", "2024年5月6日 12:10 am", utc("2024-05-05T16:10:00Z")],
    ["YYYYMMDD", "+00:00", "20240506", utc("2024-05-06T00:00:00Z")],
    // Just after the clock was put forward.
    ["YYYY-MM-DD HH:mm", "Europe/London", "2024-03-31 03:30", utc("2024-03-31T02:30:00Z")],
    // The clock is put back: the first of the two.
    ["YYYY-MM-DD HH:mm", "Europe/London", "2024-10-27 01:30", utc("2024-10-27T00:30:00Z")],
    ["YYYY-MM-DD HH:mm", "+00:00", "2023-02-29 10:00", null],
    ["YYYY-MM-DD HH:mm", "+00:00", "2023-02-28 24:00", null],
    ["YYYY-MM-DD HH:mm", "+00:00", "28/02/2023 10:00", null],
    ["YYYY-MM-DD h:mm A", "+00:00", "2023-02-28 13:00 PM", null],
  ])("%s in %s: %s", (format, zone, text, at) => {
    expect(timeReader(format, zone)(text)).toBe(at);
  });

  test("knows formats and zones that are none", () => {
    expect(["YYYY-MM-DD", "M/D/YYYY h:mm A"].map(isTimeFormat)).toEqual([true, true]);
    expect(["HH:mm", "YYYY-MM", "YYYY-MM-DD h:mm", "YYYY-MM-DD M", "D/M/YYYY HH:mm A"]
      .map(isTimeFormat)).toEqual([false, false, false, false, false]);
    expect(["+08:00", "Europe/London", "+8", "Europe/Lundon"].map(isZone))
      .toEqual([true, true, false, false]);
  });
});
