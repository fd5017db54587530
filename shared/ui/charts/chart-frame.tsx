import type { ComponentChildren } from "preact";
import { commonWords } from "../lang.ts";
import "./charts.css";

/** One value with its name; names stand on the axis. */
export interface ChartPoint {
  label: string;
  value: number;
}

export interface ChartProps {
  title: string;
  points: readonly ChartPoint[];
  /** Writes a value, for the axis and for the table behind the chart. */
  format: (value: number) => string;
  tone?: "accent" | "good" | "gold";
  /** Height in CSS pixels of a drawing that is 640 wide. */
  height?: number;
}

export const WIDTH = 640;
export const LEFT = 64;
export const BOTTOM = 28;
export const TOP = 12;

/** The drawing, its name for screen readers, and the numbers as a table that can be opened. */
export function ChartFrame(props: ChartProps & { children: ComponentChildren }) {
  const { title, points, format, height = 240, tone = "accent", children } = props;
  const words = commonWords.value;
  const values = points.map((point) => point.value);
  const range = values.length
    ? words.chartRange(format(Math.min(...values)), format(Math.max(...values)))
    : "";
  return (
    <figure class={`chart chart-${tone}`}>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${words.chartOf(title, points.length)}${range ? ` · ${range}` : ""}`}
      >
        {children}
      </svg>
      <details class="chart-numbers">
        <summary>{words.chartTable}</summary>
        <table class="table">
          <caption class="sr-only">{title}</caption>
          <tbody>
            {points.map((point, index) => (
              <tr key={index}>
                <th scope="row">{point.label}</th>
                <td class="table-number">{format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Grid lines with their values, and as many names under them as fit. */
export function Axes(props: {
  ticks: readonly number[];
  labels: readonly string[];
  x: (index: number) => number;
  y: (value: number) => number;
  format: (value: number) => string;
  height: number;
}) {
  const { ticks, labels, x, y, format, height } = props;
  const every = Math.max(1, Math.ceil(labels.length / 6));
  return (
    <g class="chart-axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick)} text-anchor="end" dominant-baseline="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        index % every === 0 && (
          <text key={index} x={x(index)} y={height - 8} text-anchor="middle">{label}</text>
        )
      )}
    </g>
  );
}
