import { expect, test } from "vitest";
import { decryptPush } from "./test-push-service.ts";

test("the phone's half opens the example of RFC 8291, section 5", () => {
  const message =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYL" +
    "ocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS" +
    "gSxsj_Qulcy4a-fN";
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const key = bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
  const auth = bytes("BTBZMqHH6r4Tts7J_aSIgg");
  expect(decryptPush(bytes(message), key, auth)).toBe("When I grow up, I want to be a watermelon");
  const changed = bytes(message);
  changed[100]! ^= 1;
  expect(() => decryptPush(changed, key, auth)).toThrow();
});
