import { expect, test } from "vitest";
import { permissionsOf, staffPermissions } from "../../shared/access.ts";
import app from "../app.tsx?raw";
import { me } from "../session.ts";
import { groups, openPlaces } from "./nav.ts";

const places = groups.flatMap((group) => group.places);

test("every place has a letter and a screen of its own", () => {
  const letters = places.map((place) => place.letter);
  expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([]);
  const missing = places.filter((place) =>
    !app.includes(`path="${place.href.replace(/\/$/, "")}"`)
  );
  expect(missing.map((place) => place.href)).toEqual([]);
  expect(places.filter((place) => !staffPermissions.includes(place.needs))).toEqual([]);
});

test("a person is shown what they may see, and nothing else", () => {
  const shown = (role: "auditor" | "hq-marketing"): string[] => {
    me.value = {
      staffId: "stf_someone",
      name: "某人",
      login: "someone",
      role,
      ownRole: null,
      permissions: permissionsOf(role),
      limits: { adjustment: 0, adjustmentDay: 0, adjustmentApprove: 0, refundFen: 0 },
      brandIds: null,
      storeIds: null,
      hasPasskey: false,
    };
    return openPlaces().map((place) => place.label);
  };
  expect(shown("auditor")).toContain("log");
  expect(shown("hq-marketing")).not.toContain("log");
  expect(shown("hq-marketing")).toContain("programme");
  me.value = { ...me.value!, role: "own", permissions: ["console.enter", "member.look-up"] };
  expect(openPlaces().map((place) => place.label)).toEqual(expect.arrayContaining([
    "overview",
    "members",
  ]));
  expect(new Set(openPlaces().map((place) => place.needs)))
    .toEqual(new Set(["console.enter", "member.look-up"]));
  me.value = null;
  expect(openPlaces()).toEqual([]);
});
