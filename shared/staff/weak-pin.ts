/** True for a PIN that is tried first: one digit throughout, a run up or down, or one short group
 *  over and over (1212, 123123).
 *  @param pin digits */
export const isWeakPin = (pin: string): boolean => {
  const steps = new Set([...pin].slice(1).map((d, i) => (Number(d) - Number(pin[i]) + 10) % 10));
  if (steps.size <= 1 && [0, 1, 9].includes([...steps][0] ?? 0)) return true;
  return [2, 3, 4].some((size) =>
    pin.length % size === 0 && pin.length > size &&
    pin === pin.slice(0, size).repeat(pin.length / size)
  );
};
