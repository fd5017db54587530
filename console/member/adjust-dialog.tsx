import type * as z from "zod/mini";
import { limitsOf } from "../../shared/access.ts";
import { approveMost } from "../../shared/approvals/approval.ts";
import { adjustPoints } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import { Field, Segmented, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { countWaiting } from "../approvals/waiting-count.ts";
import { me } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

type Adjustment = BodyOf<typeof adjustPoints>;

interface Draft {
  way: "add" | "deduct";
  points: string;
  reason: string;
}

const signed = (draft: Draft): number =>
  draft.way === "add" ? wholeOf(draft.points) : -wholeOf(draft.points);

/** What pressing the button does. */
const sendText = (points: number, limit: number): string => {
  const t = words.value;
  if (Math.abs(points) > limit) return t.adjustAsk;
  if (points === 0) return t.adjustSend;
  return points > 0 ? t.adjustSendAdd(points) : t.adjustSendDeduct(-points);
};

/** What comes of it: at once, or after a second person's yes. */
const hintText = (points: number, limit: number, spendable: number): string => {
  const t = words.value;
  if (Math.abs(points) > limit) return t.adjustWaits(limit);
  return points ? t.adjustAfter(spendable, spendable + points) : t.adjustLimit(limit);
};

/** Adds or deducts points by hand, within the limit of the role; shows what comes of it. */
export function AdjustDialog(
  props: { member: Member; onDone: (points: PointsSummary) => void; onClose: () => void },
) {
  const { member } = props;
  const t = words.value;
  const limit = me.value ? limitsOf(me.value).adjustment : 0;
  const { spendable } = member.points;
  const form = useForm<Draft, Adjustment>({
    initial: { way: "add", points: "", reason: "" },
    build: (draft) => ({ points: signed(draft), reason: draft.reason }),
    schema: adjustPoints.body as z.ZodMiniType<Adjustment>,
    says: { reason: t.reasonRule },
    rules: (draft) => {
      const points = wholeOf(draft.points);
      if (points > approveMost) return { points: t.adjustOver(approveMost) };
      if (draft.way === "deduct" && points > spendable) {
        return { points: t.adjustShort(spendable) };
      }
      return { points: points <= 0 && t.adjustLimit(limit) };
    },
  });
  const command = useCommand((body: Adjustment, key) =>
    ask(adjustPoints, { params: { member: member.id }, body, key })
  );
  const points = form.input?.points ?? 0;
  return (
    <FormDialog
      title={t.adjustTitle}
      form={form}
      command={command}
      send={sendText(points, limit)}
      onClose={props.onClose}
      onDone={(answer) => {
        if (answer.approvalId) void countWaiting();
        toast(answer.approvalId ? t.adjustAsked : t.adjustDone(points));
        props.onDone(answer.points);
      }}
    >
      <Segmented
        block
        label={t.adjustWay}
        value={form.draft.way}
        options={[{ value: "add", label: t.adjustAdd }, { value: "deduct", label: t.adjustDeduct }]}
        onChange={(way) => form.set({ way })}
      />
      <Field
        big
        autofocus
        label={t.adjustPoints}
        inputMode="numeric"
        autocomplete="off"
        maxLength={12}
        hint={hintText(points, limit, spendable)}
        {...form.field("points")}
      />
      <ReasonField
        label={t.reason}
        maxLength={200}
        offers={t.adjustReasons}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
