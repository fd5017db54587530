/** PINs that anybody would try first. Asked by the screen while typing and by the API again.
 *  @module */

/** True for a PIN that is a run (123456, 987654), too few different digits (111111, 112112), a
 *  repeated group (123123), or written from the birthday ("YYYY-MM-DD"; year 0000 is unknown). */
export const isWeakPin = (pin: string, birthday: string | null = null): boolean => {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((d, i) => (d - digits[i]! + 10) % 10);
  if (steps.every((s) => s === steps[0])) return true;
  if (new Set(digits).size <= (pin.length > 4 ? 2 : 1)) return true;
  for (let size = 2; size <= pin.length / 2; size++) {
    if (pin.length % size === 0 && pin === pin.slice(0, size).repeat(pin.length / size)) {
      return true;
    }
  }
  return birthday !== null && birthdayForms(birthday).includes(pin);
};

const birthdayForms = (birthday: string): string[] => {
  const [year = "", month = "", day = ""] = birthday.split("-");
  const yy = year.slice(2);
  const forms = [month + day, day + month, yy + month + day, month + day + yy, day + month + yy];
  return [...forms, year, year + month, month + year, year + month + day, day + month + year];
};
