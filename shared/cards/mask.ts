/** A phone number for staff screens: "138****8000". Short numbers keep only their end. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return "*".repeat(Math.max(0, phone.length - 2)) + phone.slice(-2);
  return phone.slice(0, 3) + "*".repeat(phone.length - 7) + phone.slice(-4);
}

/** A card number for staff screens: its kind and last four digits, "91** **** **** 3456". */
export function maskCard(number: string): string {
  if (number.length < 8) return "*".repeat(Math.max(0, number.length - 2)) + number.slice(-2);
  const masked = number.slice(0, 2) + "*".repeat(number.length - 6) + number.slice(-4);
  return masked.replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * A name for staff screens: the first character and stars, "张*", "欧**". A name in Latin letters
 * keeps its first letter and always three stars, so that the length says nothing.
 */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  const first = letters[0];
  if (first === undefined) return "";
  if (/\p{Script=Latin}/u.test(first)) return `${first}***`;
  return first + "*".repeat(Math.max(1, letters.length - 1));
}
