import { Axes, BOTTOM, ChartFrame, type ChartProps, LEFT, TOP, WIDTH } from "./chart-frame.tsx";
import { niceTicks } from "./nice-ticks.ts";

/** Bars side by side; negative values hang below the line. */
export function BarChart(props: ChartProps) {
  const { points, height = 240, format } = props;
  const values = points.map((point) => point.value);
  const ticks = niceTicks(Math.min(...values, 0), Math.max(...values, 1));
  const low = ticks[0] ?? 0;
  const high = ticks[ticks.length - 1] ?? 1;
  const slot = (WIDTH - LEFT - 8) / Math.max(1, points.length);
  const width = Math.min(40, slot * 0.66);
  const x = (index: number) => LEFT + 4 + slot * (index + 0.5);
  const y = (value: number) =>
    TOP + (height - TOP - BOTTOM) * (1 - (value - low) / Math.max(1, high - low));
  return (
    <ChartFrame {...props}>
      <Axes {...{ ticks, x, y, format, height }} labels={points.map((point) => point.label)} />
      {points.map((point, index) => (
        <rect
          key={index}
          class="chart-bar"
          x={x(index) - width / 2}
          y={Math.min(y(point.value), y(0))}
          width={width}
          height={Math.max(point.value === 0 ? 0 : 1.5, Math.abs(y(point.value) - y(0)))}
          rx={Math.min(4, width / 4)}
        >
          <title>{`${point.label}: ${format(point.value)}`}</title>
        </rect>
      ))}
    </ChartFrame>
  );
}
