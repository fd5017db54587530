import { expect, test } from "vitest";
import { openScan } from "../../shared/cards/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { brandId, openScene, storeId } from "../access/test-scene.ts";

test("a phone number becomes a member with sign-up points, an e-card and a first scan", async () => {
  const scene = await openScene({ signUpPoints: 50 });
  const caller = await scene.enrol("13812348000", "欧阳明月");
  const me = await scene.ask(showMe, {}, caller);
  expect(me.member).toMatchObject({ name: "欧阳明月", phoneMasked: "138****8000", hasPin: false });
  expect(me.points).toMatchObject({ spendable: 50, debt: 0, pending: 0 });
  const phone = await scene.ecard(caller);
  const till = await scene.key(brandId, storeId);
  const seen = await scene.ask(openScan, { body: { code: await phone.code() } }, till);
  expect(seen).toMatchObject({ via: "rotating", rights: "spend", hasPhone: true });
  expect(seen.member).toMatchObject({ nameMasked: "欧***", phoneMasked: "138****8000" });
  expect(seen.points.spendable).toBe(50);
  await scene.close();
});
