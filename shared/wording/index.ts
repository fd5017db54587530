/**
 * Every text a person reads, by surface and language.
 *
 * `<surface>/zh.ts` is the source and gives the type; `<surface>/en.ts` is declared as that type,
 * so a text that is missing or takes other arguments does not compile. Texts with values are
 * functions; numbers, amounts and days are written by `formatsOf(lang)`. A client loads one
 * language of the surfaces it shows; see `shared/ui/lang.ts`.
 */
export { type Formats, formatsOf } from "./format.ts";
export { type Lang, LANG_NAMES, langFor, LANGS } from "./lang.ts";
export type { CommonWording } from "./common/zh.ts";
