import { commonWords, Seal } from "../../shared/ui/index.ts";
import "./splash.css";

/** As index.html draws it before any script has come. */
export function Splash() {
  return (
    <main class="splash" aria-busy="true">
      <Seal />
      <p class="sr-only" role="status">{commonWords.value.loading}</p>
    </main>
  );
}
