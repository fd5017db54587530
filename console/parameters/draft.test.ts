import { expect, test } from "vitest";
import * as z from "zod/mini";
import { defaultParameters, Parameters } from "../../shared/parameters/parameters.ts";
import { draftFrom, groups, parametersFrom } from "./draft.ts";

test("what is typed back is what was there, and every parameter has its place", () => {
  const some = { ...defaultParameters, returnWindowDays: 30, messagesOff: ["lapse" as const] };
  expect(parametersFrom(draftFrom(some))).toEqual(some);
  expect(parametersFrom(draftFrom(defaultParameters))).toEqual(defaultParameters);
  expect(groups.flatMap((group) => group.names).toSorted())
    .toEqual(Object.keys(defaultParameters).toSorted());
});

test("what 100 points are worth is typed in yuan and kept in fen", () => {
  const draft = draftFrom({ ...defaultParameters, hundredPointsFen: 150 });
  expect(draft.hundredPointsFen).toBe("1.50");
  expect(parametersFrom({ ...draft, hundredPointsFen: "0.8" }))
    .toMatchObject({ hundredPointsFen: 80 });
});

test("empty is no limit only where that is allowed", () => {
  const draft = { ...draftFrom(defaultParameters), returnWindowDays: "", codeTries: "" };
  expect(parametersFrom(draft)).toMatchObject({ returnWindowDays: null, codeTries: NaN });
  expect(z.safeParse(Parameters, parametersFrom(draft)).success).toBe(false);
});
