import "./brand.css";

/** Strokes of 福 in seal style, on a grid of 24. */
export const SEAL_STROKES = "M5.6 4.2h2.2M3.6 7.4h6.2M6.7 7.4v12.8M6.7 11.6l-3 3.2M6.7 11.6l3 2.8" +
  "M12.2 4.6h8.2M13 8h6.6v3.4h-6.6zM12.4 14.4h7.8v5.8h-7.8zM16.3 14.4v5.8M12.4 17.3h7.8";

/** The seal of the house: 福 cut into cinnabar. Decorative unless given a label. */
export function Seal(props: { label?: string; class?: string }) {
  return (
    <svg
      class={`seal ${props.class ?? ""}`}
      viewBox="0 0 24 24"
      role={props.label ? "img" : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : "true"}
    >
      <rect class="seal-face" x="0.5" y="0.5" width="23" height="23" rx="5" />
      <path class="seal-cut" d={SEAL_STROKES} />
    </svg>
  );
}
