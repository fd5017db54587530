import { Tag } from "lucide-preact";
import type * as z from "zod/mini";
import { addTag, refreshTag, retireTag, type TagRow } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { conditionsOf } from "../../shared/members/screening.ts";
import { Button, Dialog, EmptyState, Field, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { HistoryLink } from "../frame/history-link.tsx";
import { ConfirmCommand } from "../frame/confirm-command.tsx";
import { useCommand } from "../use-command.ts";
import { useTags } from "../use-tags.ts";
import { ask } from "../wire.ts";
import { putQuery } from "./query.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addTag>;

/** The tags of a brand: made, screened anew, retired. */
export function TagsDialog({ brand, onClose }: { brand: string; onClose: () => void }) {
  const t = words.value;
  const { loaded, tags } = useTags();
  useReturnFocus();
  const mine = tags.filter((tag) => tag.brandId === brand);
  return (
    <Dialog open title={t.manageTags} onClose={onClose}>
      <NewTag brand={brand} onDone={loaded.reload} />
      {loaded.data && mine.length === 0 && <EmptyState icon={<Tag />} title={t.tagsNone} />}
      <ul class="tag-list">
        {mine.map((tag) => (
          <TagLine key={tag.id} tag={tag} onChanged={loaded.reload} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function NewTag({ brand, onDone }: { brand: string; onDone: () => void }) {
  const t = words.value;
  const form = useForm<{ name: string }, Addition>({
    initial: { name: "" },
    build: ({ name }) => ({ brandId: brand, name, screening: null }),
    schema: addTag.body as z.ZodMiniType<Addition>,
  });
  const command = useCommand((body: Addition, key) => ask(addTag, { body, key }));
  const submit = useSubmit(form, command, () => {
    toast(t.tagAdded(form.draft.name.trim()));
    form.reset({ name: "" });
    onDone();
  });
  return (
    <form class="new-tag" noValidate onSubmit={submit}>
      <FailureBanner failure={command.failure} />
      <Field
        label={t.tagName}
        hint={t.tagNameHint}
        maxLength={20}
        autocomplete="off"
        {...form.field("name")}
      />
      <Button type="submit" data-act="new-tag" busy={command.busy}>{t.tagNew}</Button>
    </form>
  );
}

function TagLine(props: { tag: TagRow; onChanged: () => void; onClose: () => void }) {
  const { tag, onChanged, onClose } = props;
  const t = words.value;
  const refresh = useCommand((_: null) => ask(refreshTag, { params: { tag: tag.id } }));
  return (
    <li class="tag-line">
      <span>
        <strong>{tag.name}</strong>
        <span class="soft small">
          {[
            t.tagMembers(tag.members),
            tag.screening ? t.tagByScreening(conditionsOf(tag.screening)) : t.tagByHand,
          ].join(" · ")}
        </span>
      </span>
      <span class="inline">
        <Button
          size="s"
          variant="quiet"
          onClick={() => {
            putQuery({ text: "", brandId: tag.brandId, filter: { tagIds: [tag.id] } });
            onClose();
          }}
        >
          {t.tagShow}
        </Button>
        <HistoryLink subject={tag.id} />
        {tag.screening && (
          <Button
            size="s"
            busy={refresh.busy}
            onClick={async () => {
              const outcome = await refresh.send(null);
              if (!outcome.done) return;
              toast(t.tagRefreshed(outcome.answer.given, outcome.answer.taken));
              onChanged();
            }}
          >
            {t.tagRefresh}
          </Button>
        )}
        <ConfirmCommand
          label={t.tagRetire}
          name={t.tagRetireTitle(tag.name)}
          title={t.tagRetireTitle(tag.name)}
          text={t.tagRetireText}
          danger
          send={() => ask(retireTag, { params: { tag: tag.id } })}
          onDone={() => {
            toast(t.tagRetired);
            onChanged();
          }}
        />
      </span>
    </li>
  );
}
