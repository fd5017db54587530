import { commonWords } from "../lang.ts";
import "./charts.css";

export interface SparklineProps {
  values: readonly number[];
  title: string;
  format: (value: number) => string;
}

/** A line without axes, for the inside of a text or a tile. */
export function Sparkline(props: SparklineProps) {
  const { values, title, format } = props;
  const words = commonWords.value;
  const low = Math.min(...values);
  const span = Math.max(1, Math.max(...values) - low);
  const path = values.map((value, index) => {
    const x = 2 + (index * 96) / Math.max(1, values.length - 1);
    const y = 26 - ((value - low) / span) * 22;
    return `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join("");
  const range = values.length ? words.chartRange(format(low), format(low + span)) : "";
  return (
    <svg
      class="sparkline"
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${title} · ${range}`}
    >
      <path class="chart-line" d={path} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
