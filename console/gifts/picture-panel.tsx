import { Panel } from "../../shared/ui/index.ts";
import type { GiftForm } from "./form.ts";
import { PictureChoice } from "./picture-choice.tsx";
import { words } from "./words.ts";

/** The picture of a gift. */
export function PicturePanel(
  { form, pictures }: { form: GiftForm; pictures: readonly string[] },
) {
  return (
    <Panel title={words.value.picture}>
      <PictureChoice
        pictures={pictures}
        value={form.draft.picture}
        error={form.error("picture")}
        onChange={(picture) => form.set({ picture })}
      />
    </Panel>
  );
}
