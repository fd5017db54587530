import { describe, expect, test } from "vitest";
import { afterEnd, comesBack, ENDED, LEFT_OPEN, maySend } from "./lock.ts";

describe("a counter that was locked before its queue was sent", () => {
  test("nobody comes back through what was left open, and nobody through another's", () => {
    expect(comesBack(undefined, "wang")).toBe("comes");
    expect(comesBack("wang", "wang")).toBe("comes");
    expect(comesBack(LEFT_OPEN, "wang")).toBe("stays");
    expect(comesBack("li", "wang")).toBe("end");
    expect(comesBack(ENDED, "wang")).toBe("end");
  });

  test("its end is no end of a session that was opened since", () => {
    expect(afterEnd(LEFT_OPEN)).toBe(ENDED);
    expect(afterEnd("li")).toBe("li");
    expect(afterEnd(undefined)).toBeUndefined();
  });

  test("the queue goes as long as anything is open, and waits for a person after that", () => {
    expect(maySend("counter", false, LEFT_OPEN)).toBe(true);
    expect(maySend("counter", false, ENDED)).toBe(false);
    expect(maySend("counter", false, "wang")).toBe(false);
    expect(maySend("counter", false, undefined)).toBe(false);
    expect(maySend("counter", true, ENDED)).toBe(true);
    expect(maySend("kiosk", false, undefined)).toBe(true);
  });
});
