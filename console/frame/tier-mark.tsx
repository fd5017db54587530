/** A tier's name behind a dot in its colour, for lists. */
export function TierMark(props: { name: string; colour: string }) {
  return (
    <span class="tier-mark">
      <span class="tier-dot" style={{ background: props.colour }} aria-hidden="true" />
      {props.name}
    </span>
  );
}
