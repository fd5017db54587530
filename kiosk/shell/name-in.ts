import { lang } from "../../shared/ui/index.ts";

/** The name of a thing in the language on screen, out of its `nameZh` and `nameEn`. */
export function nameOf(thing: { nameZh: string; nameEn: string }): string {
  return (lang.value === "zh-CN" ? thing.nameZh : thing.nameEn) || thing.nameZh;
}

/** The same for `storeNameZh` and `storeNameEn`; empty when no store is named. */
export function storeNameOf(
  thing: { storeNameZh: string | null; storeNameEn: string | null },
): string {
  return (lang.value === "zh-CN" ? thing.storeNameZh : thing.storeNameEn) ||
    thing.storeNameZh || "";
}
