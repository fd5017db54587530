/** What another terminal left on this device, as staff read and take it away. @module */
import type { BoxItem } from "./box.ts";

export interface LeftBody {
  totalFen?: number;
  lines?: { name?: string; amountFen: number }[];
  member?: { card?: string } | null;
  phone?: string;
  name?: string;
}

/** The lines of a sale, as far as they have names. */
export const linesOf = ({ lines }: LeftBody) =>
  (lines ?? []).map(({ name, amountFen }) => ({ name: name ?? "", amountFen }));

/** As a file, for whoever books it at the store where it was done. */
export function saveFile(
  name: string,
  items: readonly (BoxItem & { said: LeftBody | null })[],
): void {
  const listed = items.map(({ key, kind, label, madeAt, terminal, place, said }) => {
    const at = new Date(madeAt).toISOString();
    return { kind, label, at, place, terminal, key, input: said };
  });
  const file = new Blob([JSON.stringify(listed, null, 2)], { type: "application/json" });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
