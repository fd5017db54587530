/** What a push message says; the server's JSON, taken with care. */
export interface Notice {
  title: string;
  body: string;
  /** Messages with the same tag replace each other. */
  tag: string;
  /** Path inside the app that a tap leads to. */
  url: string;
  lang: string;
}

const FALLBACK: Notice = {
  title: "积福 Jifu",
  body: "您有一条新消息 · You have a new message",
  tag: "jifu",
  url: "",
  lang: "zh-CN",
};

/** Reads a push message. Anything unreadable becomes a plain "new message": a push must show. */
export function readNotice(text: string): Notice {
  let said: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) said = parsed as Record<string, unknown>;
  } catch {
    return FALLBACK;
  }
  const take = (name: keyof Notice, max: number) => {
    const value = said[name];
    return typeof value === "string" && value !== "" ? value.slice(0, max) : FALLBACK[name];
  };
  return {
    title: take("title", 120),
    body: take("body", 400),
    tag: take("tag", 64),
    url: take("url", 200),
    lang: take("lang", 10),
  };
}
