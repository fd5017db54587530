import { Plus, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { tagMembers } from "../../shared/console/endpoints.ts";
import { Badge, Button, Panel, toast } from "../../shared/ui/index.ts";
import { failureText } from "../failure.ts";
import { TagDialog } from "../members/tag-dialog.tsx";
import { words as listWords } from "../members/words.ts";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

/** The tags of a member; those given by hand are taken away by hand. */
export function TagsPanel({ member, onChanged }: { member: Member; onChanged: () => void }) {
  const t = words.value;
  const [adding, setAdding] = useState(false);
  const may = mayI("member.tag");
  const take = useCommand((tagId: string) =>
    ask(tagMembers, { body: { tagId, give: false, who: { memberIds: [member.id] } } })
  );
  const takeAway = async (tagId: string) => {
    const outcome = await take.send(tagId);
    if (outcome.done) toast(listWords.value.tagged(1));
    else toast(failureText(outcome.failure).title, "danger");
    onChanged();
  };
  return (
    <Panel
      title={t.tags}
      action={may && (
        <Button
          size="s"
          data-act="tag"
          icon={<Plus />}
          onClick={() => setAdding(true)}
        >
          {t.tagAdd}
        </Button>
      )}
    >
      {member.tags.length === 0 && <p class="soft">{t.tagsNone}</p>}
      <ul class="member-tag-list">
        {member.tags.map((tag) => (
          <li key={tag.id}>
            <Badge tone={tag.screened ? "info" : "accent"}>{tag.name}</Badge>
            {tag.screened && <span class="faint small">{t.tagScreened}</span>}
            {!tag.screened && may && (
              <button
                type="button"
                class="member-tag-take"
                aria-label={t.tagTake(tag.name)}
                disabled={take.busy}
                onClick={() => void takeAway(tag.id)}
              >
                <X aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <TagDialog
          brand={member.brandId}
          count={1}
          who={{ memberIds: [member.id] }}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
