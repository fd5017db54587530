import { describe, expect, test } from "vitest";
import { readNotice } from "./notice.ts";

describe("what a push message says", () => {
  test("is taken as it was sent", () => {
    const sent = {
      title: "积分到账 +106",
      body: "可用 4,729 积分",
      url: "/card/points",
      tag: "jrn_1",
    };
    expect(readNotice(JSON.stringify(sent))).toMatchObject(sent);
  });

  test.each(["", "not json", "null", "[]", "7", '{"title":42,"body":{}}'])(
    "%j still shows something: a push must",
    (text) => {
      const notice = readNotice(text);
      expect(notice.title).not.toBe("");
      expect(notice.body).not.toBe("");
      expect(notice.url).toBe("");
    },
  );

  test("is cut to what a notification can hold", () => {
    const notice = readNotice(
      JSON.stringify({ title: "福".repeat(500), body: "满".repeat(5_000) }),
    );
    expect(notice.title).toHaveLength(120);
    expect(notice.body).toHaveLength(400);
  });
});
