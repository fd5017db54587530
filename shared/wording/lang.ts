/** The languages of the product; zh-CN is the source of every text. */
export const LANGS = ["zh-CN", "en"] as const;

/** A language of the product, as it stands in `<html lang>`. */
export type Lang = (typeof LANGS)[number];

/** How each language calls itself. */
export const LANG_NAMES: Record<Lang, string> = { "zh-CN": "简体中文", en: "English" };

/**
 * The language that fits the first of the given tags that we speak.
 * Any Chinese reads zh-CN; anything else reads English; nothing at all reads zh-CN.
 */
export function langFor(tags: readonly (string | null | undefined)[]): Lang {
  const tag = tags.find((each) => each !== null && each !== undefined && each !== "");
  if (!tag) return "zh-CN";
  return tag.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
