/** What the terminal says once the product answers: where to go and what to type. @module */
import type { DemoSheet } from "./demo/demo-sheet.ts";
import type { Settings } from "./settings.ts";

/** Address to open in a browser on this machine. */
export const addressOf = (settings: Settings): string => {
  if (settings.publicUrl) return settings.publicUrl;
  const here = ["0.0.0.0", "::", "127.0.0.1"].includes(settings.host);
  return `http://${here ? "localhost" : settings.host}:${settings.port}`;
};

/** Columns of a terminal: a Han character takes two. */
const width = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 2 : 1), 0);

const columns = (rows: string[][]): string[] => {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ""))));
  return rows.map((row) =>
    `  ${row.map((text, i) => text + " ".repeat(widths[i]! - width(text))).join("  ")}`.trimEnd()
  );
};

const places = (at: string, demo: boolean): string[] =>
  columns([
    ["从这里开始", "start here", `${at}/`],
    ["会员卡", "e-card", `${at}/card/`],
    ["自助机、柜台", "kiosk, counter", `${at}/kiosk/`],
    ["管理台", "console", `${at}/console/`],
    ["接口", "API", `${at}/docs/`],
    ...(demo ? [["发件箱", "outbox: codes sent by SMS", `${at}/outbox`]] : []),
  ]);

/** One person of each role is enough here; the front page has them all. */
const firstOfEachRole = <P extends { role: string }>(people: P[]): P[] =>
  people.filter((p, i) => people.findIndex((other) => other.role === p.role) === i);

const typed = (at: string, sheet: DemoSheet): string[] => {
  const member = sheet.members[0];
  return columns([
    ...(member
      ? [
        ["会员手机", "member's phone", member.phone],
        ["实体卡号", "plastic card", `${member.cardNumber}  PIN ${member.pin}`],
      ]
      : []),
    ...firstOfEachRole(sheet.counter).map((p) => [
      "柜台员工",
      `counter, ${p.role}`,
      `${p.name}（${p.store}） PIN ${p.pin}`,
    ]),
    ...firstOfEachRole(sheet.console).slice(0, 3).map((p) => [
      "管理台登录",
      `console, ${p.role}`,
      `${p.login}  ${sheet.password}`,
    ]),
    ["管理台动态口令", "console one-time code", `${at}/outbox  (TOTP ${sheet.totpSecret})`],
    ...sheet.posKeys.slice(0, 1).map((k) => ["收银接口密钥", "POS key", k.secret]),
  ]);
};

export const welcome = (settings: Settings, sheet: DemoSheet | null): string => {
  const at = addressOf(settings);
  return [
    "",
    "积福 Jifu",
    ...places(at, settings.demo),
    ...(sheet ? ["", "演示 Demo", ...typed(at, sheet)] : []),
    "",
    "Ctrl-C 停止 stops",
  ].join("\n");
};
