import { TrendingDown, TrendingUp } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Sparkline } from "../../shared/ui/index.ts";
import { trendOf } from "./figures.ts";
import { words } from "./words.ts";

export interface FlowTileProps {
  title: string;
  figure: string;
  detail: string;
  values: readonly number[];
  format: (value: number) => string;
}

/** A sum over 30 days with its course and where it is heading. */
export function FlowTile(props: FlowTileProps) {
  const { title, figure, detail, values, format } = props;
  const t = words.value;
  const trend = trendOf(values);
  const Arrow = trend !== null && trend < 0 ? TrendingDown : TrendingUp;
  return (
    <section class="tile">
      <h2 class="tile-title">{title}</h2>
      <p class="tile-figure numbers">{figure}</p>
      <Sparkline title={title} values={values} format={format} />
      <p class="tile-detail">{detail}</p>
      <p class={`tile-trend ${trend !== null && trend > 0 ? "tile-up" : ""}`}>
        {trend !== null && trend !== 0 && <Arrow aria-hidden="true" />}
        {trend === null ? t.noTrend : t.trend(trend)}
      </p>
    </section>
  );
}

/** A figure that stands for this moment. */
export function NowTile(
  props: { title: string; figure: string; detail?: string; icon: ComponentChildren; tone?: string },
) {
  return (
    <li class={`now-tile now-${props.tone ?? "plain"}`}>
      <span class="now-icon" aria-hidden="true">{props.icon}</span>
      <p class="now-title">{props.title}</p>
      <p class="now-figure numbers">{props.figure}</p>
      {props.detail && <p class="now-detail">{props.detail}</p>}
    </li>
  );
}
