import { Ban, BookmarkPlus, CircleCheck, ReceiptText } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Reason } from "../../shared/points/reason.ts";
import { catalogue, isProblemCode } from "../../shared/problems.ts";
import type { Trial, TrialOutcome } from "../../shared/programme/trial.ts";
import { Button, EmptyState, formats, lang, LoadingState, Panel } from "../../shared/ui/index.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { namesFrom, reasonText } from "../member/reason-words.ts";
import { mayI } from "../session.ts";
import type { Loaded } from "../use-load.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { Whole } from "./member-panel.tsx";
import { SaveCaseDialog } from "./save-case-dialog.tsx";
import type { TypedTrial } from "./typed-trial.ts";
import { words } from "./words.ts";

export interface OutcomePanelProps {
  brandId: string;
  programme: ProgrammeView;
  typed: TypedTrial;
  trial: Trial | null;
  outcome: Loaded<TrialOutcome | null>;
  set: (part: Partial<TypedTrial>) => void;
}

/** What the rules make of it, and why. */
export function OutcomePanel(props: OutcomePanelProps) {
  const { trial, outcome } = props;
  const t = words.value;
  if (trial === null) {
    return (
      <Panel title={t.outcome}>
        <EmptyState icon={<ReceiptText />} title={t.outcomeEmpty} />
      </Panel>
    );
  }
  return (
    <WhenLoaded from={outcome}>
      {(data) =>
        data === null
          ? (
            <Panel title={t.outcome}>
              <LoadingState />
            </Panel>
          )
          : <Told {...props} trial={trial} told={data} />}
    </WhenLoaded>
  );
}

function Told(props: OutcomePanelProps & { trial: Trial; told: TrialOutcome }) {
  const { brandId, programme, typed, trial, told, set } = props;
  const t = words.value;
  const [saving, setSaving] = useState(false);
  const names = namesFrom(programme, (n) => trial.lines[n - 1]?.name);
  const sentences = (reasons: readonly Reason[]) =>
    reasons.filter((reason) => reason.code !== "rule-version").map((reason) =>
      reasonText(reason, names)
    ).filter((text) => text !== null);
  const missed = sentences(told.missed);
  return (
    <Panel
      title={t.outcome}
      action={mayI("programme.publish") && (
        <Button
          size="s"
          icon={<BookmarkPlus />}
          data-act="save-case"
          onClick={() => setSaving(true)}
        >
          {t.save}
        </Button>
      )}
    >
      <div class="stack">
        <p class="try-points numbers" role="status">{t.earns(told.points)}</p>
        <p class="soft">
          {[
            t.of(told.eligibleFen, told.totalFen),
            told.points > 0 ? t.available(told.availableAt) : null,
            told.points > 0 ? told.lapsesAt === null ? t.never : t.lapses(told.lapsesAt) : null,
          ].filter(Boolean).join(" · ")}
        </p>
        {told.offset && <Paying offset={told.offset} typed={typed} set={set} />}
        <h3 class="try-head">{t.why}</h3>
        <Sentences icon={<CircleCheck aria-hidden="true" />} lines={sentences(told.reasons)} />
        <h3 class="try-head">{t.missed}</h3>
        {missed.length === 0
          ? <p class="soft">{t.missedNone}</p>
          : <Sentences icon={<Ban aria-hidden="true" />} lines={missed} soft />}
      </div>
      {saving && (
        <SaveCaseDialog
          brandId={brandId}
          trial={trial}
          told={told}
          onClose={() => setSaving(false)}
        />
      )}
    </Panel>
  );
}

function Sentences(
  props: { icon: preact.JSX.Element; lines: readonly string[]; soft?: boolean },
) {
  return (
    <ul class={props.soft ? "try-why soft" : "try-why"}>
      {props.lines.map((line, index) => (
        <li key={index}>
          {props.icon}
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

function Paying(
  props: {
    offset: NonNullable<TrialOutcome["offset"]>;
    typed: TypedTrial;
    set: (part: Partial<TypedTrial>) => void;
  },
) {
  const { offset, typed, set } = props;
  const t = words.value;
  const { refused } = offset;
  const why = refused && isProblemCode(refused) ? catalogue[refused] : null;
  return (
    <div class="try-pay">
      <Whole
        name="offsetPoints"
        label={t.pay}
        {...(refused ? {} : { hint: t.payHint(offset.mostPoints) })}
        typed={typed}
        set={set}
      />
      {offset.points > 0 && <p>{t.paid(offset.points, offset.fen)}</p>}
      {refused && (
        <p class="soft">
          {why ? (lang.value === "zh-CN" ? why.zh : why.en) : t.payRefused}
        </p>
      )}
    </div>
  );
}

export const dayText = (on: string): string => formats.value.day(on);
