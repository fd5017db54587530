import { useEffect } from "preact/hooks";
import { Banner } from "../../shared/ui/index.ts";
import { online } from "../terminal/ask.ts";
import { clockOff, compareClocks } from "../terminal/clock.ts";
import { offlineWords } from "./words.ts";
import "./banner.css";

/** How often the clocks are compared while this may be seen, ms. */
const COMPARE_EVERY_MS = 10_000;

/** The device's clock disagrees with the server's: how far, and what sales go by meanwhile. Without
 *  network the line about that says it. */
export function ClockBanner() {
  const t = offlineWords.value.clock;
  const off = clockOff.value;
  useEffect(() => {
    const timer = setInterval(compareClocks, COMPARE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  if (off === 0 || !online.value) return null;
  return (
    <Banner tone="warn" title={t.title}>
      {off > 0 ? t.fast(off) : t.slow(-off)} {t.hint}
    </Banner>
  );
}
