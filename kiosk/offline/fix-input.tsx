import { Search } from "lucide-preact";
import { useState } from "preact/hooks";
import type { BodyOf } from "../../shared/endpoint.ts";
import { openScan, type ScanView } from "../../shared/cards/endpoints.ts";
import type { enrolByStaff } from "../../shared/members/endpoints.ts";
import { Button, Checkbox, Field, phoneDigits, Segmented } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { ask } from "../terminal/ask.ts";
import type { TaskView } from "./tasks.ts";
import { useFind } from "./use-find.ts";
import { offlineWords } from "./words.ts";

export type Whose = "same" | "other" | "nobody";
type Enrolment = BodyOf<typeof enrolByStaff>;
export type Fixed = Pick<Enrolment, "phone" | "name" | "referralCode">;

/** What the enrolment said, to be corrected. */
export function fixedFrom({ input }: TaskView): Fixed {
  const { phone, name, referralCode } = Object(input) as Fixed;
  return {
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
    ...(referralCode ? { referralCode } : {}),
  };
}

/** Refusals that say nothing against the member. */
const OF_THE_SALE: readonly string[] = ["order-exists", "product-unknown", "time-refused"];

/** Whose sale it most likely is. */
export function firstWhose({ code, input }: TaskView): Whose {
  if (!OF_THE_SALE.includes(code)) return "other";
  return (Object(input) as { member?: object | null }).member ? "same" : "nobody";
}

interface FixSaleProps {
  task: TaskView;
  whose: Whose;
  found: ScanView | null;
  onWhose: (whose: Whose) => void;
  onFound: (found: ScanView | null) => void;
}

/** Whose sale it is to be. */
export function FixSale(props: FixSaleProps) {
  const { task, whose, onWhose } = props;
  const t = offlineWords.value.task;
  const { member, offset } = Object(task.input) as {
    member?: object | null;
    offset?: { points: number };
  };
  return (
    <div class="stack">
      <Segmented
        block
        label={t.whose}
        value={whose}
        onChange={onWhose}
        options={[
          ...(member ? [{ value: "same" as const, label: t.same }] : []),
          { value: "other", label: t.other },
          { value: "nobody", label: t.nobody },
        ]}
      />
      {whose === "other" && <FindOther {...props} />}
      {task.code === "order-exists" && <p class="small soft">{t.newNumber}</p>}
      {offset && <p class="small soft">{t.noOffset(offset.points)}</p>}
    </div>
  );
}

function FindOther(props: FixSaleProps) {
  const t = offlineWords.value.task;
  const [text, setText] = useState("");
  const { busy, error, find, forget } = useFind(props.onFound);
  return (
    <>
      <form
        class="find-member"
        onSubmit={(event) => {
          event.preventDefault();
          void find(() => ask(openScan, { body: { code: text.trim() } }));
        }}
      >
        <Field
          label={t.number}
          value={text}
          onInput={(typed) => {
            setText(typed);
            forget();
            props.onFound(null);
          }}
          maxLength={40}
          inputMode="numeric"
          autocomplete="off"
        />
        <Button type="submit" icon={<Search />} busy={busy} disabled={!text.trim()}>
          {t.find}
        </Button>
      </form>
      {props.found && (
        <p class="offline-found" role="status">{t.found(props.found.member.nameMasked)}</p>
      )}
      <Trouble error={error} />
    </>
  );
}

/** Phone, name and invitation as they should have been. */
export function FixEnrolment(props: { fixed: Fixed; onChange: (fixed: Fixed) => void }) {
  const { fixed, onChange } = props;
  const t = offlineWords.value.task;
  const [invited] = useState(fixed.referralCode);
  return (
    <div class="stack">
      <Field
        label={t.phone}
        prefix="+86"
        inputMode="numeric"
        autocomplete="off"
        maxLength={16}
        value={fixed.phone ?? ""}
        onInput={(text) => onChange({ ...fixed, phone: phoneDigits(text) || undefined })}
      />
      <Field
        label={t.name}
        value={fixed.name ?? ""}
        onInput={(name) => onChange({ ...fixed, name: name.trim() ? name : undefined })}
        maxLength={40}
        autocomplete="off"
      />
      {invited && (
        <Checkbox
          label={t.withoutInvite}
          checked={fixed.referralCode === undefined}
          onChange={(without) =>
            onChange({ ...fixed, referralCode: without ? undefined : invited })}
        />
      )}
    </div>
  );
}
