import { commonWords, formats } from "../../shared/ui/index.ts";
import { BOTTOM, LEFT, TOP, WIDTH } from "../../shared/ui/charts/chart-frame.tsx";
import { niceTicks } from "../../shared/ui/charts/nice-ticks.ts";
import "../../shared/ui/charts/charts.css";

export interface FlowDay {
  label: string;
  /** Above the line. */
  up: number;
  /** Below the line; also 0 or more. */
  down: number;
}

export interface FlowChartProps {
  title: string;
  dayTitle: string;
  upTitle: string;
  downTitle: string;
  days: readonly FlowDay[];
  height?: number;
}

/** What came in above the line and what went out below it, day by day, on one scale. */
export function FlowChart(props: FlowChartProps) {
  const { title, upTitle, downTitle, days, height = 240 } = props;
  const words = commonWords.value;
  const format = formats.value.count;
  const high = Math.max(...days.map((day) => day.up), 1);
  const low = Math.max(...days.map((day) => day.down), 0);
  const ticks = ticksOf(low, high);
  const bottom = ticks[0] ?? 0;
  const top = ticks[ticks.length - 1] ?? 1;
  const y = (value: number) =>
    TOP + (height - TOP - BOTTOM) * (1 - (value - bottom) / (top - bottom));
  const slot = (WIDTH - LEFT - 8) / Math.max(1, days.length);
  const every = Math.max(1, Math.ceil(days.length / 6));
  return (
    <figure class="chart flow">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${words.chartOf(title, days.length)} · ${upTitle}: ${
          words.chartRange(...rangeOf(days.map((day) => day.up), format))
        } · ${downTitle}: ${words.chartRange(...rangeOf(days.map((day) => day.down), format))}`}
      >
        <g class="chart-axes">
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 8} y={y(tick)} text-anchor="end" dominant-baseline="middle">
                {format(Math.abs(tick))}
              </text>
            </g>
          ))}
        </g>
        {days.map((day, index) => (
          <g key={day.label} transform={`translate(${LEFT + 4 + slot * (index + 0.5)} 0)`}>
            <title>
              {`${day.label} · ${upTitle} ${format(day.up)} · ${downTitle} ${format(day.down)}`}
            </title>
            <Bar class="flow-up" slot={slot} from={y(day.up)} to={y(0)} />
            <Bar class="flow-down" slot={slot} from={y(0)} to={y(-day.down)} />
            {index % every === 0 && (
              <text class="flow-label" y={height - 8} text-anchor="middle">{day.label}</text>
            )}
          </g>
        ))}
      </svg>
      <figcaption class="flow-key">
        <span class="flow-key-up">{upTitle}</span>
        <span class="flow-key-down">{downTitle}</span>
      </figcaption>
      <FlowNumbers {...props} />
    </figure>
  );
}

function Bar(props: { class: string; slot: number; from: number; to: number }) {
  const width = Math.min(28, props.slot * 0.66);
  const height = props.to - props.from;
  if (height <= 0) return null;
  return (
    <rect
      class={props.class}
      x={-width / 2}
      y={props.from}
      width={width}
      height={Math.max(1.5, height)}
      rx={Math.min(3, width / 4)}
    />
  );
}

function FlowNumbers({ title, dayTitle, upTitle, downTitle, days }: FlowChartProps) {
  const format = formats.value.count;
  return (
    <details class="chart-numbers">
      <summary>{commonWords.value.chartTable}</summary>
      <table class="table">
        <caption class="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{dayTitle}</th>
            <th scope="col" class="table-number">{upTitle}</th>
            <th scope="col" class="table-number">{downTitle}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.label}>
              <th scope="row">{day.label}</th>
              <td class="table-number">{format(day.up)}</td>
              <td class="table-number">{format(day.down)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Round values from below the deepest bar to above the highest, the same step on both sides. */
function ticksOf(low: number, high: number): number[] {
  const up = niceTicks(0, Math.max(high, low));
  const step = (up[1] ?? 1) - (up[0] ?? 0);
  const ticks: number[] = [];
  for (let tick = -Math.ceil(low / step) * step; tick < high + step; tick += step) ticks.push(tick);
  return ticks;
}

function rangeOf(values: readonly number[], format: (value: number) => string): [string, string] {
  return [format(Math.min(...values, Infinity)), format(Math.max(...values, 0))];
}
