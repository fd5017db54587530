import { signal } from "@preact/signals";
import { type catalogue, isProblemCode } from "../problems.ts";

const catalogueRead = signal<typeof catalogue | null>(null);

// Not needed to draw the first screen, so it does not wait for it; the worker keeps it for offline.
void import("../problems.ts?words").then((file) => catalogueRead.value = file.catalogue);

/** What the catalogue says about a code; null until it has come, and for what is no code. */
export const sentencesOf = (code: string | null) =>
  code !== null && isProblemCode(code) ? catalogueRead.value?.[code] ?? null : null;
