import { expect, test } from "vitest";
import { deviceLabel } from "./device-label.ts";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15";
const ANDROID = "Mozilla/5.0 (Linux; Android 16; PJZ110) AppleWebKit/537.36";

test.each([
  [`${IPHONE} (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1`, "iPhone · Safari"],
  [`${IPHONE} (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.62`, "iPhone · WeChat"],
  [`${ANDROID} (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36`, "Android · Chrome"],
  [`${ANDROID} (KHTML) Chrome/130 Mobile Safari/537.36 MicroMessenger/8.0`, "Android · WeChat"],
  ["Mozilla/5.0 (Phone; OpenHarmony 5.0) HarmonyOS HuaweiBrowser/16.0", "HarmonyOS · Huawei"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/156.0 Safari/537.36 Edg/156.0", "Windows · Edge"],
  ["", "Linux · Browser"],
])("%s", (agent, label) => expect(deviceLabel(agent)).toBe(label));
