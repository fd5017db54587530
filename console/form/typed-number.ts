/** Numbers as people type them. NaN stands for what is not one, so that a schema refuses it. */

/** Full-width figures, spaces and thousands separators are all right. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s,]/g, "");

/** A whole number, perhaps negative; NaN otherwise. */
export function wholeOf(text: string): number {
  const typed = plain(text).replace("−", "-");
  return /^[+-]?\d{1,15}$/.test(typed) ? Number(typed) : NaN;
}

/** Yuan with at most two decimals as fen, without going through fractions; NaN otherwise. */
export function fenOf(text: string): number {
  const match = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain(text).replace(/^[¥￥]/, ""));
  if (!match) return NaN;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Fen as yuan for an input: "128.50", "10". */
export function yuanText(fen: number): string {
  const rest = fen % 100;
  return `${Math.floor(fen / 100)}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
}

/** A factor like "1.25" as percent, 125; NaN for what has more than two decimals. */
export function percentOf(text: string): number {
  return fenOf(text);
}

/** Percent as a factor for an input: 125 is "1.25". */
export function factorText(percent: number): string {
  const text = yuanText(percent);
  return text.replace(/(\.\d)0$/, "$1");
}
