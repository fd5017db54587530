import { afterEach, beforeEach, expect, test } from "vitest";
import { composeClaimCode } from "../../shared/cards/card-code.ts";
import { holdAnswers } from "../bench/held-answers.ts";
import { claim } from "../bench/members.ts";
import { memoryDrawer } from "../commands/command.ts";
import { useDrawer } from "../counter/commands.ts";
import { found, handOver, look, looking, startOver, trouble } from "./claiming.ts";

const ticket = (name: string, serial: string) => ({
  claim: { ...claim, claimId: `claim-${name}`, code: composeClaimCode(serial), moneyFen: 0 },
  memberNameMasked: name,
  here: true,
});
const [first, second] = [ticket("周*梅", "1111222233334444"), ticket("顾*慈", "5555666677778888")];

let asked: ReturnType<typeof holdAnswers>;
beforeEach(() => {
  asked = holdAnswers();
  useDrawer(memoryDrawer());
});
afterEach(startOver);

test("the ticket that was scanned last is on the screen, though the one before is answered later", async () => {
  void look(first.claim.code);
  void look(second.claim.code);
  await asked[1]!.answer(second);
  await asked[0]!.answer(first);
  expect(found.value?.claim.claimId).toBe("claim-顾*慈");
  expect(looking.value).toBe(false);
});

test("a refusal of the ticket before is not said of this one", async () => {
  void look(first.claim.code);
  void look(second.claim.code);
  await asked[0]!.answer({ type: "/problems/claim-unknown", status: 404, title: "" }, 404);
  expect(trouble.value).toBeNull();
  expect(looking.value).toBe(true);
});

test("what is answered after the room was left is not there on the next visit", async () => {
  void look(first.claim.code);
  startOver();
  await asked[0]!.answer(first);
  expect(found.value).toBeNull();
});

test("a gift that was handed over does not make a ticket scanned meanwhile look handed over", async () => {
  found.value = first;
  const over = handOver(first.claim);
  await expect.poll(() => asked.length).toBe(1);
  void look(second.claim.code);
  await expect.poll(() => asked.length).toBe(2);
  await asked[1]!.answer(second);
  await asked[0]!.answer({ claim: { ...first.claim, state: "handed-over" } });
  await over;
  expect(found.value).toEqual(second);
});
