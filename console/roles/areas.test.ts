import { expect, test } from "vitest";
import { staffPermissions } from "../../shared/access.ts";
import { en } from "../../shared/wording/console/roles/en.ts";
import { zh } from "../../shared/wording/console/roles/zh.ts";
import { areas } from "./areas.ts";

test("every permission that staff can hold has its place and its sentence in both languages", () => {
  expect(areas.flatMap((group) => group.permissions).toSorted())
    .toEqual([...staffPermissions].toSorted());
  for (const words of [zh, en]) {
    expect(staffPermissions.filter((permission) => !words.can[permission])).toEqual([]);
  }
});
