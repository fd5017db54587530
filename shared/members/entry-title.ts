import type { Lang } from "../wording/lang.ts";

/** What an entry was about, in a language as far as it is known: gifts have a name in both, goods
 *  the one that the till printed. Null when there is nothing more to say than the kind. */
export const entryTitle = (
  row: { title: string | null; titleEn?: string | undefined },
  lang: Lang,
): string | null => (lang === "zh-CN" ? row.title : row.titleEn || row.title) || null;
