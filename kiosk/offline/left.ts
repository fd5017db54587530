/** What another terminal left on this device, as staff read and take it away. @module */
import type { BoxItem } from "./box.ts";
import type { Said } from "./say-input.ts";

/** As a file, for whoever books it at the store where it was done. */
export function saveFile(
  name: string,
  items: readonly (BoxItem & { said: Said | null })[],
): void {
  const listed = items.map((item) => {
    const { key, kind, label, madeAt, terminal, place, said, reason, endedBy } = item;
    const at = new Date(madeAt).toISOString();
    const end = reason === undefined ? {} : { ended: { by: endedBy, reason } };
    return { kind, label, at, place, terminal, key, input: said, ...end };
  });
  const file = new Blob([JSON.stringify(listed, null, 2)], { type: "application/json" });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
