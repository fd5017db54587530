/** Round values from 0 (or below) to at least the highest; about four of them. */
export function niceTicks(low: number, high: number): number[] {
  const bottom = Math.min(0, low);
  const span = Math.max(1, high - bottom);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => span / each <= 4) ??
    power * 10;
  const ticks: number[] = [];
  for (let tick = Math.floor(bottom / step) * step; tick < high + step; tick += step) {
    ticks.push(Math.round(tick * 100) / 100);
  }
  return ticks;
}
