import "./countdown-ring.css";

export interface CountdownRingProps {
  /** Whole seconds left. */
  left: number;
  /** Seconds of a full ring. */
  of: number;
  /** Said instead of the number; the number changes too often to be read aloud. */
  label: string;
  size?: "s" | "m" | "l";
}

const RADIUS = 15.5;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that empties. */
export function CountdownRing(props: CountdownRingProps) {
  const { left, of, label, size = "m" } = props;
  const share = Math.max(0, Math.min(1, left / of));
  return (
    <span class={`ring ring-${size}`} role="img" aria-label={label}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle class="ring-track" cx="18" cy="18" r={RADIUS} />
        <circle
          class="ring-rest"
          cx="18"
          cy="18"
          r={RADIUS}
          stroke-dasharray={LENGTH}
          stroke-dashoffset={LENGTH * (1 - share)}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span class="ring-number" aria-hidden="true">{left}</span>
    </span>
  );
}
