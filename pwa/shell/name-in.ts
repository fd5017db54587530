import type { Lang } from "../../shared/wording/lang.ts";

/**
 * The name of a thing in a language, out of its `nameZh` and `nameEn` (or `storeNameZh` …).
 * Empty when it has none.
 */
export function nameIn<P extends string = "name">(
  lang: Lang,
  thing: { [K in `${P}Zh` | `${P}En`]: string | null },
  prefix: P = "name" as P,
): string {
  const named = thing as Record<string, string | null>;
  return named[`${prefix}${lang === "zh-CN" ? "Zh" : "En"}`] || named[`${prefix}Zh`] || "";
}
