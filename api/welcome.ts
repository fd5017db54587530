/** What the terminal says once the product answers: where to go and what to type. @module */
import type { Settings } from "./settings.ts";

/** Address to open in a browser on this machine. */
export const addressOf = (settings: Settings): string => {
  if (settings.publicUrl) return settings.publicUrl;
  const host =
    settings.host === "0.0.0.0" || settings.host === "::" || settings.host === "127.0.0.1"
      ? "localhost"
      : settings.host;
  return `http://${host}:${settings.port}`;
};

export const welcome = (settings: Settings): string => {
  const at = addressOf(settings);
  const places = [
    ["从这里开始  Start here", "/"],
    ["会员卡      E-card", "/card/"],
    ["自助机      Kiosk and counter", "/kiosk/"],
    ["后台        Console", "/console/"],
    ["接口文档    API", "/docs/"],
    ...(settings.demo ? [["发件箱      Outbox (demo)", "/outbox"]] : []),
  ];
  return ["", "积福 Jifu", ...places.map(([name, path]) => `  ${at}${path}  ${name}`), ""].join(
    "\n",
  );
};
