/** What the catalogue says about one refusal. @module */
export type Entry = {
  status: number;
  zh: string;
  en: string;
  /** What to do about it. */
  remedyZh: string;
  remedyEn: string;
  fields?: readonly string[];
};

/** A line of the catalogue. */
export const entry = (
  status: number,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
  ...fields: string[]
): Entry => ({ status, zh, en, remedyZh, remedyEn, fields });
