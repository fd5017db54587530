import type { OrderRow } from "../../shared/console/endpoints.ts";
import { formats } from "../../shared/ui/index.ts";
import { mallWords, words } from "./words.ts";

/** The steps that a parcel has taken, with their times. */
export function Progress({ order }: { order: OrderRow }) {
  return (
    <ol class="order-progress" aria-label={words.value.history}>
      {order.steps.map((step) => (
        <li key={step.state}>
          <span>{mallWords.value.steps[step.state]}</span>
          <span class="soft numbers">{formats.value.dateTime(step.at)}</span>
        </li>
      ))}
    </ol>
  );
}
