import { afterEach, expect, test } from "vitest";
import { holdAnswers } from "../bench/held-answers.ts";
import { scanView } from "../bench/members.ts";
import { terminalView } from "../bench/places.ts";
import { member } from "../counter/member.ts";
import { terminal } from "../terminal/standing.ts";
import { followMember, ground, groundIsComing } from "./ground.ts";

afterEach(() => {
  member.value = null;
  terminal.value = null;
});

test("what is told late of the member before does not hide what is known of this one", async () => {
  const asked = holdAnswers();
  const view = terminalView("counter");
  // Any rule of paying with points asks for it.
  const body = { ...view.rules.body, offset: {} as NonNullable<typeof view.rules.body.offset> };
  terminal.value = { ...view, rules: { ...view.rules, body } };
  const stop = followMember();
  for (const scanId of ["scan-a", "scan-b"]) member.value = { ...scanView, scanId };
  const told = { rulesId: view.rules.id, ground: {}, offset: { usedToday: 0, lots: [] } };
  await asked[1]!.answer(told);
  expect(ground.value).toMatchObject(told);
  await asked[0]!.answer(told);
  expect(ground.value).toMatchObject(told);
  expect(groundIsComing.value).toBe(false);
  stop();
});
