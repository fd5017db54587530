import { signal } from "@preact/signals";
import { CircleAlert, CircleCheck, Info } from "lucide-preact";
import "./toast.css";

export type ToastTone = "good" | "danger" | "info";

interface Said {
  id: number;
  text: string;
  tone: ToastTone;
}

const said = signal<Said[]>([]);
let count = 0;

/** Says something in passing; it goes away after `forMs`. */
export function toast(text: string, tone: ToastTone = "good", forMs = 4_000): void {
  const id = ++count;
  said.value = [...said.value.slice(-2), { id, text, tone }];
  setTimeout(() => said.value = said.value.filter((each) => each.id !== id), forMs);
}

/** Takes every toast away, for kiosks that start over. */
export function clearToasts(): void {
  said.value = [];
}

const ICONS = { good: CircleCheck, danger: CircleAlert, info: Info };

/** Where toasts appear; once per page. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {said.value.map((each) => {
        const Icon = ICONS[each.tone];
        return (
          <p key={each.id} class={`toast toast-${each.tone}`}>
            <Icon aria-hidden="true" />
            {each.text}
          </p>
        );
      })}
    </div>
  );
}
