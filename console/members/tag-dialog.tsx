import type * as z from "zod/mini";
import { tagMembers } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, Segmented, SelectField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { useTags } from "../use-tags.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Tagging = BodyOf<typeof tagMembers>;

/** Gives members a tag, or takes it away. Tags that a screening keeps are not offered. */
export function TagDialog(props: {
  brand: string;
  count: number;
  who: Tagging["who"];
  onDone: () => void;
  onClose: () => void;
}) {
  const t = words.value;
  const { loaded, tags } = useTags();
  const byHand = tags.filter((tag) => tag.brandId === props.brand && tag.screening === null);
  const form = useForm<{ tagId: string; way: "give" | "take" }, Tagging>({
    initial: { tagId: "", way: "give" },
    build: ({ tagId, way }) => ({ tagId, give: way === "give", who: props.who }),
    schema: tagMembers.body as z.ZodMiniType<Tagging>,
  });
  const command = useCommand((body: Tagging) => ask(tagMembers, { body }));
  return (
    <FormDialog
      title={t.tagTitle(props.count)}
      form={form}
      command={command}
      send={form.draft.way === "give" ? t.tagGive : t.tagTake}
      onClose={props.onClose}
      onDone={({ changed }) => {
        toast(t.tagged(changed));
        loaded.reload();
        props.onDone();
      }}
    >
      {loaded.data && byHand.length === 0 && <Banner tone="info" title={t.tagNone} />}
      <Segmented
        block
        label={t.tagWay}
        value={form.draft.way}
        options={[{ value: "give", label: t.tagGive }, { value: "take", label: t.tagTake }]}
        onChange={(way) => form.set({ way })}
      />
      <SelectField
        label={t.tagOne}
        value={form.draft.tagId}
        error={form.error("tagId")}
        options={[
          { value: "", label: "—" },
          ...byHand.map((tag) => ({ value: tag.id, label: tag.name })),
        ]}
        onChange={(tagId) => form.set({ tagId })}
      />
    </FormDialog>
  );
}
