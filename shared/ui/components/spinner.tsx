import "./spinner.css";

/** A turning ring in the colour of the text around it; says nothing by itself. */
export function Spinner(props: { class?: string; size?: "s" | "m" | "l" }) {
  return (
    <span
      class={`spinner spinner-${props.size ?? "s"} ${props.class ?? ""}`}
      aria-hidden="true"
    />
  );
}

/** A grey shape where a text or picture is about to be. Height and width are CSS lengths. */
export function Skeleton(props: { width?: string; height?: string; round?: boolean }) {
  const { width = "100%", height = "1em", round } = props;
  return (
    <span
      class={`skeleton ${round ? "skeleton-round" : ""}`}
      style={{ width, height }}
      aria-hidden="true"
    />
  );
}

/** A line of progress, `value` between 0 and 1. */
export function Progress(
  props: { value: number; label: string; tone?: "accent" | "gold" | "good" },
) {
  const share = Math.max(0, Math.min(1, props.value));
  return (
    <div
      class={`progress progress-${props.tone ?? "accent"}`}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span style={{ width: `${share * 100}%` }} />
    </div>
  );
}
