/**
 * What this phone is called in the list of devices: system and browser, for example
 * "iPhone · Safari" or "Android · WeChat". Says nothing that would tell two such phones apart.
 */
export function deviceLabel(agent: string = navigator.userAgent): string {
  return `${systemOf(agent)} · ${browserOf(agent)}`;
}

function systemOf(agent: string): string {
  if (/iPhone/.test(agent)) return "iPhone";
  if (/iPad/.test(agent)) return "iPad";
  if (/HarmonyOS/.test(agent)) return "HarmonyOS";
  if (/Android/.test(agent)) return "Android";
  if (/Windows/.test(agent)) return "Windows";
  if (/Mac OS X/.test(agent)) return "Mac";
  return "Linux";
}

function browserOf(agent: string): string {
  if (/MicroMessenger/.test(agent)) return "WeChat";
  if (/Edg\//.test(agent)) return "Edge";
  if (/HuaweiBrowser/.test(agent)) return "Huawei";
  if (/Firefox|FxiOS/.test(agent)) return "Firefox";
  if (/Chrome|CriOS/.test(agent)) return "Chrome";
  if (/Safari/.test(agent)) return "Safari";
  return "Browser";
}
