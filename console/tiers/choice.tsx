import type { ComponentProps } from "preact";
import { Segmented } from "../../shared/ui/index.ts";

type SegmentedProps<V extends string> = ComponentProps<typeof Segmented<V>>;

/** A choice with its name above it. */
export function Choice<V extends string>(props: SegmentedProps<V>) {
  return (
    <div class="tier-choice">
      <span aria-hidden="true">{props.label}</span>
      <Segmented {...props} />
    </div>
  );
}
