import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type * as z from "zod/mini";
import {
  addGift,
  changeGift,
  GiftInput,
  listConsoleGifts,
} from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { Badge, Button, lang, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { Page } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { draftFrom, emptyGiftFor, fieldsFrom, type Gift, wrongTogether } from "./draft.ts";
import type { GiftDraft, GiftFields } from "./draft.ts";
import { GiftFieldset } from "./gift-fieldset.tsx";
import { Preview } from "./preview.tsx";
import { StockPanel } from "./stock-panel.tsx";
import { words } from "./words.ts";

export interface GiftEditorProps {
  /** Missing for a new one. */
  gift: Gift | undefined;
  /** Days that the brand keeps a gift, filled in for a new one; null: not known. */
  claimDays: number | null;
  all: AnswerOf<typeof listConsoleGifts>;
  back: { href: string; label: string };
  onChanged: () => void;
}

/** A gift to read and change; what members will see stands beside it. */
export function GiftEditor({ gift, claimDays, all, back, onChanged }: GiftEditorProps) {
  const t = words.value;
  const { route } = useLocation();
  const { brands } = usePlaces();
  const [chosenBrand, setBrand] = useState<string | null>(null);
  const brandId = gift?.brandId ?? chosenBrand ?? brands[0]?.id ?? "";
  const [base, setBase] = useState(gift);
  const [theirs, setTheirs] = useState<Gift | null>(null);
  const readOnly = !mayI("gift.manage");
  const form = useForm<GiftDraft, GiftFields>({
    initial: base ? draftFrom(base) : emptyGiftFor(claimDays),
    build: fieldsFrom,
    schema: GiftInput as z.ZodMiniType<GiftFields>,
    says: { code: t.codeRule, picture: t.pictureRule },
    rules: (draft) => wrongTogether(draft, (breach) => t.mall.breaches[breach]),
    fen: ["marketFen", "moneyFen", "flashMoneyFen", "payoutFen"],
  });
  useLeaveGuard(form.dirty);
  const command = useCommand(async (body: GiftFields, key) => {
    if (!base) return (await ask(addGift, { body: { brandId, ...body }, key })).giftId;
    try {
      await ask(changeGift, {
        params: { gift: base.id },
        body: { revision: base.revision, ...body },
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "changed-meanwhile") throw error;
      const now = (await ask(listConsoleGifts, {})).gifts.find((each) => each.id === base.id);
      // Our own save may have arrived although its answer did not: then nothing is left to do.
      if (!now || JSON.stringify(fieldsFrom(draftFrom(now))) !== JSON.stringify(body)) {
        setTheirs(now ?? null);
        throw error;
      }
    }
    return base.id;
  });
  const submit = useSubmit(form, command, (id) => {
    toast(base ? t.saved : t.added);
    form.reset(form.draft);
    if (base) setBase({ ...base, revision: base.revision + 1, ...fieldsFrom(form.draft) });
    onChanged();
    if (!base) route(`/console/gifts/${id}`, true);
  });
  const name = base && (lang.value === "zh-CN" ? base.nameZh : base.nameEn);
  return (
    <Page
      title={name ?? t.newTitle}
      back={back}
      lead={readOnly ? shellWords.value.notAllowed : undefined}
      mark={base && (
        <Badge tone={base.state === "listed" ? "good" : "plain"}>{t.states[base.state]}</Badge>
      )}
      actions={!readOnly && (
        <Button
          data-act="save"
          variant="primary"
          busy={command.busy}
          disabled={base !== undefined && !form.dirty}
          onClick={submit}
        >
          {t.save}
        </Button>
      )}
    >
      {!theirs && (
        <FailureBanner failure={command.failure} onAgain={command.unknown ? submit : undefined} />
      )}
      <div class="gift-columns">
        <form class="stack" noValidate onSubmit={submit}>
          <GiftFieldset
            {...{ form, gift: base && gift, brandId, readOnly, busy: command.busy, ...all }}
            onBrand={setBrand}
          />
        </form>
        <div class="stack">
          <Preview draft={form.draft} brandId={brandId} />
          {base && <StockPanel gift={base} stocks={gift?.stocks ?? []} onMoved={onChanged} />}
        </div>
      </div>
      {theirs && base && (
        <ChangedMeanwhile
          {...{ base, theirs, form }}
          onClose={() => setTheirs(null)}
          onRebased={() => {
            setBase(theirs);
            setTheirs(null);
            command.clear();
          }}
        />
      )}
    </Page>
  );
}
