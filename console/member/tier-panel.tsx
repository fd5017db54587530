import { useState } from "preact/hooks";
import { setMemberCategory, showMemberTier } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Button, formats, List, Panel, Row, SelectField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { type MemberCategory, useMemberCategories } from "../tiers/categories.tsx";
import { words } from "../tiers/words.ts";
import { useCommand } from "../use-command.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";

type View = AnswerOf<typeof showMemberTier>;

/** The member's category, and how their tier came about. */
export function TierHistory(
  props: { memberId: string; brandId: string; onChanged: () => void },
) {
  const { memberId, brandId, onChanged } = props;
  const t = words.value.member;
  const loaded = useLoad(
    `member-tier:${memberId}`,
    (signal) => ask(showMemberTier, { params: { member: memberId }, signal }),
  );
  const categories = useMemberCategories();
  const own = (categories.data?.categories ?? []).filter((each) => each.brandId === brandId);
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t.category}
      action={mayI("member.change") && own.length > 0 && (
        <Button
          data-act="set-category"
          size="s"
          onClick={() => setOpen(true)}
        >
          {t.change}
        </Button>
      )}
    >
      <WhenLoaded from={loaded}>
        {(view) => (
          <>
            <p>{nameOf(view, own)}</p>
            {view.changes.length > 0 && (
              <List label={t.changes}>
                {view.changes.slice(0, 6).map((change) => (
                  <Row key={`${change.at}${change.how}`} {...rowOf(change)} />
                ))}
              </List>
            )}
            {open && (
              <CategoryDialog
                memberId={memberId}
                current={view.categoryId}
                categories={own}
                onClose={() => setOpen(false)}
                onDone={() => {
                  setOpen(false);
                  loaded.reload();
                  onChanged();
                }}
              />
            )}
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}

const nameOf = (view: View, own: readonly MemberCategory[]): string => {
  const found = own.find((each) => each.id === view.categoryId);
  return found ? nameIn(found) : words.value.member.noCategory;
};

const rowOf = (change: View["changes"][number]) => {
  const t = words.value.member;
  const to = nameIn({ nameZh: change.toZh, nameEn: change.toEn });
  const from = change.fromZh === null
    ? null
    : nameIn({ nameZh: change.fromZh, nameEn: change.fromEn ?? "" });
  return {
    title: from === null || from === to ? to : t.to(from, to),
    detail: [
      t.hows[change.how] ?? change.how,
      change.reviewOn && t.until(formats.value.day(change.reviewOn)),
    ].filter(Boolean).join(" · "),
    end: formats.value.date(change.at),
  };
};

type Draft = { categoryId: string; reason: string };

function CategoryDialog(props: {
  memberId: string;
  current: string | null;
  categories: readonly MemberCategory[];
  onDone: () => void;
  onClose: () => void;
}) {
  const t = words.value.member;
  const form = useForm<Draft, BodyOf<typeof setMemberCategory>>({
    initial: { categoryId: props.current ?? "", reason: "" },
    build: ({ categoryId, reason }) => ({ categoryId: categoryId || null, reason }),
    schema: setMemberCategory.body!,
  });
  const command = useCommand((body: BodyOf<typeof setMemberCategory>) =>
    ask(setMemberCategory, { params: { member: props.memberId }, body })
  );
  const { onBlur: _, ...reason } = form.field("reason");
  const choices = props.categories.filter((each) =>
    each.state === "open" || each.id === props.current
  );
  return (
    <FormDialog
      title={t.changeTitle}
      form={form}
      command={command}
      send={t.change}
      onClose={props.onClose}
      onDone={() => {
        toast(t.saved, "good");
        props.onDone();
      }}
    >
      <SelectField
        label={t.category}
        value={form.draft.categoryId}
        options={[
          { value: "", label: t.noCategory },
          ...choices.map((each) => ({ value: each.id, label: nameIn(each) })),
        ]}
        onChange={(categoryId) => form.set({ categoryId })}
      />
      <ReasonField label={t.reason} maxLength={120} offers={t.reasons} {...reason} />
    </FormDialog>
  );
}
