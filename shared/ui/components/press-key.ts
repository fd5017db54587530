/** What an entry becomes when a key is pressed: digits, ".", "00", "delete" or "clear". */
export function pressKey(value: string, key: string, maxLength: number): string {
  if (key === "clear") return "";
  if (key === "delete") return value.slice(0, -1);
  if (key === "." && value.includes(".")) return value;
  const next = (key === "." && value === "" ? "0" : value) + key;
  if (next.length > maxLength || /\.\d{3,}$/.test(next)) return value;
  return next;
}
