/** `13812345678` as `138 1234 5678`, also while it is still being typed. */
export function groupPhone(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7, 11)].filter(Boolean).join(" ");
}

/** The digits of what was typed or pasted, full-width ones too, without +86; at most 11. */
export function phoneDigits(text: string): string {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  return (digits.length > 11 ? digits.replace(/^(00)?86/, "") : digits).slice(0, 11);
}
