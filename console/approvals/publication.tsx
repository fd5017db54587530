import type { ApprovalRow } from "../../shared/console/endpoints.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Banner, Facts, formats, LoadingState } from "../../shared/ui/index.ts";
import { failureText } from "../failure.ts";
import { Problem } from "../../shared/problems.ts";
import { Changes, changesBetween } from "../programme/changes.tsx";
import "../programme/style.css";
import { useRuleNaming } from "../programme/use-names.ts";
import { type ProgrammeView, useProgramme } from "../use-programme.ts";
import { words } from "./words.ts";

interface Asked {
  basedOnVersion: number;
  effectiveFrom: number | null;
  bodyText: string;
  draft: { name: string } | null;
  repeats: number | null;
}
interface Effect {
  version: number;
  /** Code of what stands against it now. */
  refused: string | null;
  inForce: { version: number; body: ProgrammeRules } | null;
}

/** New rules: from when, and what they change line by line against those in force. */
export function Publication({ row }: { row: ApprovalRow }) {
  const loaded = useProgramme(row.brandId);
  if (!loaded.data) return <LoadingState />;
  return <Lines row={row} programme={loaded.data} />;
}

function Lines({ row, programme }: { row: ApprovalRow; programme: ProgrammeView }) {
  const t = words.value.publication;
  const asked = JSON.parse(row.asked) as Asked;
  const effect = row.effect === null ? null : JSON.parse(row.effect) as Effect;
  const body = ProgrammeRules.parse(JSON.parse(asked.bodyText));
  const before = effect?.inForce?.body ??
    programme.versions.find((each) => each.version === asked.basedOnVersion)?.body;
  const naming = useRuleNaming(row.brandId ?? "", programme, before ? [body, before] : [body]);
  return (
    <div class="stack">
      {effect?.refused && <Against code={effect.refused} />}
      <Facts
        facts={[
          [t.version, t.versionNo(asked.basedOnVersion + 1)],
          [
            t.from,
            asked.effectiveFrom === null ? t.atOnce : formats.value.dateTime(asked.effectiveFrom),
          ],
          ...(asked.draft ? [[t.draft, asked.draft.name] as const] : []),
          ...(asked.repeats === null ? [] : [[t.repeats, t.versionNo(asked.repeats)] as const]),
        ]}
      />
      {before && <Changes lines={changesBetween(before, body, naming)} none={t.same} />}
    </div>
  );
}

function Against({ code }: { code: string }) {
  const t = words.value.publication;
  const refusal = failureText({ kind: "refused", problem: new Problem(code as never) });
  return <Banner tone="danger" title={t.against}>{refusal.title}</Banner>;
}

/** Points of a version that are to be good for longer. */
export function Extension({ row }: { row: ApprovalRow }) {
  const t = words.value.publication;
  const asked = JSON.parse(row.asked) as { version: number; days: number };
  const effect = row.effect === null
    ? null
    : JSON.parse(row.effect) as { points: number; accounts: number };
  return (
    <Facts
      facts={[
        [t.version, t.versionNo(asked.version)],
        [t.days, t.moreDays(asked.days)],
        ...(effect ? [[t.concerns, t.points(effect.points, effect.accounts)] as const] : []),
      ]}
    />
  );
}
