import { Check, ChevronRight } from "lucide-preact";
import type { ComponentChildren } from "preact";
import "./panel.css";

export interface PanelProps {
  title?: ComponentChildren;
  /** Beside the title, at the end of the line. */
  action?: ComponentChildren;
  /** Without inner padding, for lists that go to the edge. */
  flush?: boolean;
  tone?: "plain" | "accent" | "gold" | "good" | "sunken";
  class?: string;
  children: ComponentChildren;
}

/** A sheet of paper on the page. With a title it is a section with a heading of level 2. */
export function Panel(props: PanelProps) {
  const { title, action, flush, tone = "plain", class: more, children } = props;
  return (
    <section class={`panel panel-${tone} ${flush ? "panel-flush" : ""} ${more ?? ""}`}>
      {(title || action) && (
        <header class="panel-head">
          {title && <h2 class="panel-title">{title}</h2>}
          {action}
        </header>
      )}
      {children}
    </section>
  );
}

/** A list of rows with hairlines between them. */
export function List(props: { children: ComponentChildren; label?: string }) {
  return <ul class="list" aria-label={props.label}>{props.children}</ul>;
}

export interface RowProps {
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** Picture or icon in front. */
  lead?: ComponentChildren;
  /** Amount, badge or switch at the end. */
  end?: ComponentChildren;
  /** Makes the whole row a link … */
  href?: string;
  /** … or a button. */
  onClick?: () => void;
  /** With `onClick`: says that the row opens and whether it is open. */
  expanded?: boolean;
  disabled?: boolean;
  /** In a list to choose from: a tick marks the one that is chosen. */
  selected?: boolean;
}

/** One line of a list; a link, a button or plain. */
export function Row(props: RowProps) {
  const { title, detail, lead, end, href, onClick, expanded, disabled, selected } = props;
  const inside = (
    <>
      {lead && <span class="row-lead">{lead}</span>}
      <span class="row-text">
        <span class="row-title">{title}</span>
        {detail && <span class="row-detail">{detail}</span>}
      </span>
      {end && <span class="row-end">{end}</span>}
      {selected !== undefined && (
        <span class="row-tick" aria-hidden="true">{selected && <Check />}</span>
      )}
      {(href || onClick) && selected === undefined && (
        <span class={`row-chevron ${expanded ? "row-open" : ""}`} aria-hidden="true">
          <ChevronRight />
        </span>
      )}
    </>
  );
  if (href) {
    return (
      <li>
        <a class="row" href={href}>{inside}</a>
      </li>
    );
  }
  if (!onClick) {
    return (
      <li>
        <div class="row">{inside}</div>
      </li>
    );
  }
  return (
    <li>
      <button
        class="row"
        type="button"
        onClick={onClick}
        disabled={disabled}
        aria-expanded={expanded}
        aria-pressed={selected}
      >
        {inside}
      </button>
    </li>
  );
}

/** Name and value pairs, as on a receipt. */
export function Facts(
  props: { facts: readonly (readonly [ComponentChildren, ComponentChildren])[] },
) {
  return (
    <dl class="facts">
      {props.facts.map(([name, value], index) => (
        <div key={index} class="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type BadgeTone = "plain" | "accent" | "good" | "gold" | "danger" | "warn" | "info";

/** A short word about a thing's state. */
export function Badge(
  props: { tone?: BadgeTone; icon?: ComponentChildren; children: ComponentChildren },
) {
  return (
    <span class={`badge badge-${props.tone ?? "plain"}`}>
      {props.icon && <span aria-hidden="true">{props.icon}</span>}
      {props.children}
    </span>
  );
}

/** Looks of the tiers, from the first to the highest. */
export const TIER_LOOKS = ["paper", "silver", "gold", "jade", "ink"] as const;
export type TierLook = (typeof TIER_LOOKS)[number];

/** The look of the tier at a rank; 0 is the first tier. */
export function tierLook(rank: number): TierLook {
  return TIER_LOOKS[Math.max(0, Math.min(TIER_LOOKS.length - 1, rank))] ?? "paper";
}

/** A tier's name on its own metal. */
export function TierBadge(props: { name: string; rank: number }) {
  return <span class={`tier-badge tier-${tierLook(props.rank)}`}>{props.name}</span>;
}
