const SECOND = 1000;
const DAY = 86_400 * SECOND;
const two = (n: number) => String(n).padStart(2, "0");

/** What is left in days and as `hh:mm:ss`, whole seconds rounded up: `00:00:00` means over. */
export function timeLeft(until: number, now: number): { days: number; clock: string } {
  const left = Math.max(0, Math.ceil((until - now) / SECOND) * SECOND);
  const rest = left % DAY;
  const [hours, minutes, seconds] = [3600, 60, 1].map((unit) => Math.floor(rest / SECOND / unit));
  return {
    days: Math.floor(left / DAY),
    clock: `${two(hours!)}:${two(minutes! % 60)}:${two(seconds! % 60)}`,
  };
}
