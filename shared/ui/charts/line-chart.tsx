import { Axes, BOTTOM, ChartFrame, type ChartProps, LEFT, TOP, WIDTH } from "./chart-frame.tsx";
import { niceTicks } from "./nice-ticks.ts";

/** A line over time with a soft area under it. */
export function LineChart(props: ChartProps) {
  const { points, height = 240, format } = props;
  const values = points.map((point) => point.value);
  const ticks = niceTicks(Math.min(...values, 0), Math.max(...values, 1));
  const low = ticks[0] ?? 0;
  const high = ticks[ticks.length - 1] ?? 1;
  const x = (index: number) =>
    LEFT + 12 + index * ((WIDTH - LEFT - 36) / Math.max(1, points.length - 1));
  const y = (value: number) =>
    TOP + (height - TOP - BOTTOM) * (1 - (value - low) / Math.max(1, high - low));
  const line = points.map((point, index) =>
    `${index ? "L" : "M"}${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`
  ).join("");
  const last = points.length - 1;
  const lastPoint = points[last];
  return (
    <ChartFrame {...props}>
      <Axes {...{ ticks, x, y, format, height }} labels={points.map((point) => point.label)} />
      {lastPoint && (
        <>
          <path
            class="chart-area"
            d={`${line}L${x(last).toFixed(1)} ${y(low)}L${x(0).toFixed(1)} ${y(low)}Z`}
          />
          <path class="chart-line" d={line} />
          <circle class="chart-dot" cx={x(last)} cy={y(lastPoint.value)} r="4" />
        </>
      )}
    </ChartFrame>
  );
}
