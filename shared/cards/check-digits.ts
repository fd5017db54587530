/**
 * The two ISO 7064 MOD 97-10 check digits of a string of digits, "02" to "98".
 * They catch every single misread digit and every swap of two neighbours or of digits two apart.
 */
export function checkDigits(digits: string): string {
  assertDigits(digits);
  return String(98 - remainder97(digits + "00")).padStart(2, "0");
}

/** True when the last two digits are the check digits of all before them. */
export function hasValidCheckDigits(digits: string): boolean {
  if (!/^\d{3,}$/.test(digits)) return false;
  // Compared, not only "mod 97 = 1": 00, 01 and 99 are congruent to 97, 98 and 02.
  return checkDigits(digits.slice(0, -2)) === digits.slice(-2);
}

/** The digits with their check digits appended. */
export function withCheckDigits(digits: string): string {
  return digits + checkDigits(digits);
}

function remainder97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

function assertDigits(digits: string): void {
  if (!/^\d+$/.test(digits)) throw new RangeError("check digits are made of digits only");
}
