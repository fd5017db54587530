/** A barcode scanner that types like a keyboard: real key events, faster than any person. @module */
import type { Page } from "playwright-core";

/** Between two keys of a scanner, in seconds. */
const GAP_S = 0.008;

/** Types the text and closes with Enter. The keys are sent without waiting for one another, and
 *  each carries its own time: a busy machine does not slow the scanner down. */
export const scan = async (page: Page, text: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000 - GAP_S * text.length;
  const press = (key: string, keyText: string, keyCode: number) => {
    timestamp += GAP_S;
    const event = { key, windowsVirtualKeyCode: keyCode, timestamp };
    return [
      session.send("Input.dispatchKeyEvent", { ...event, type: "keyDown", text: keyText }),
      session.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" }),
    ];
  };
  await Promise.all([
    ...[...text].flatMap((letter) => press(letter, letter, letter.charCodeAt(0))),
    ...press("Enter", "\r", 13),
  ]);
  await session.detach();
};
