import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pictureNames, picturePath } from "./pictures.ts";

const folder = new URL("../ui/pictures/", import.meta.url);

test("pictureNames names every drawn picture", () => {
  const drawn = readdirSync(folder).filter((f) => f.endsWith(".svg")).sort();
  expect(drawn).toEqual(pictureNames.map((name) => `${name}.svg`));
});

test.each(pictureNames)(
  "%s is a plain drawing: no text, style, script or outside reference",
  (n) => {
    const text = readFileSync(new URL(`${n}.svg`, folder), "utf8");
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 320 320"/);
    expect(text).not.toMatch(
      /<(text|style|script|image|use|foreignObject)|href|url\(|style=|on\w+=/,
    );
    expect(text.length).toBeLessThan(12_000);
  },
);

test("picturePath() is what the console accepts", () => {
  expect(picturePath("tea-set")).toMatch(/^\/pictures\/[\w-]+\.svg$/);
});
