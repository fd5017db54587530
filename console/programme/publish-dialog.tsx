import { useLocation } from "preact-iso";
import * as z from "zod/mini";
import { publishDraft } from "../../shared/console/draft-doors.ts";
import { checkProgramme } from "../../shared/console/programme-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Finding } from "../../shared/points/check-rules.ts";
import { Problem } from "../../shared/problems.ts";
import { Banner, LoadingState, TextField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import type { ChangedLine } from "./changed-lines.ts";
import { Changes } from "./changes.tsx";
import { Findings } from "./findings.tsx";
import { forgetDraft } from "./draft-shelf.ts";
import { StandsBehind } from "./overtaken.tsx";
import { type StartDraft, StartFields, startOf, startRules } from "./start-fields.tsx";
import { Following } from "./following.tsx";
import { standing } from "./versions.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";
import type { WorkingCopy } from "./working-copy.ts";

type Check = AnswerOf<typeof checkProgramme>;

interface PublishDraft extends StartDraft {
  reason: string;
}
const Publication = z.object({
  effectiveFrom: z.nullable(z.int()),
  reason: z.optional(z.string().check(z.maxLength(200))),
});
type Publication = z.infer<typeof Publication>;

export interface PublishDialogProps {
  copy: WorkingCopy;
  changes: readonly ChangedLine[];
  findings: readonly Finding[];
  /** Something refused stands against it. */
  blocked: boolean;
  /** Somebody published a version meanwhile. */
  onBehind: () => void;
  onClose: () => void;
}

/** From when the draft holds, what it changes line by line, and what stands against it. */
export function PublishDialog(props: PublishDialogProps) {
  const { copy, changes, findings, blocked, onBehind, onClose } = props;
  const t = words.value.publish;
  const { route } = useLocation();
  const naming = useNaming();
  const newest = naming.programme.versions[0]?.version ?? 0;
  const form = useForm<PublishDraft, Publication>({
    initial: { when: "now", on: startOf(), reason: "" },
    build: ({ when, on, reason }) => ({
      effectiveFrom: when === "now" ? null : startRules.instant(on),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }),
    schema: Publication,
    rules: startRules.errors,
  });
  const check = useLoad(
    `check:${copy.draftId}:${copy.revision}`,
    async (signal): Promise<Check> => {
      await copy.save();
      const source = { kind: "body" as const, body: copy.rules };
      return await ask(checkProgramme, { body: { brandId: naming.brandId, source }, signal });
    },
  );
  const stands = standing(naming.programme.versions)[0]?.version ?? 0;
  const behind = stands > copy.basedOnVersion;
  const stopped = blocked || behind || (check.data ? stops(check.data) : false);
  const command = usePublication(copy, newest, onBehind);
  const needsSecond = check.data?.needsSecond ?? false;
  return (
    <FormDialog
      title={t.title}
      size="l"
      form={form}
      command={command}
      send={needsSecond ? t.sendForApproval : t.send}
      blocked={stopped}
      onClose={onClose}
      onDone={({ version, approvalId }) => {
        toast(approvalId === null ? t.done(version ?? newest + 1) : t.waiting);
        forgetDraft(copy.draftId);
        route("/console/programme");
      }}
    >
      <StandsBehind copy={copy} />
      {stopped && !behind && <Banner tone="danger" title={t.blocked}>{t.blockedText}</Banner>}
      <Findings findings={findings} rules={copy.rules} />
      {check.data ? <ServerFindings check={check.data} /> : check.loading && <LoadingState />}
      <p class="soft">{t.text}</p>
      <Changes lines={changes} none={t.first} />
      <StartFields form={form} />
      <Following start={form.draft} />
      {needsSecond && <Banner tone="info" title={t.second}>{t.secondText}</Banner>}
      <TextField
        label={t.reason}
        hint={t.reasonHint}
        optional
        rows={2}
        maxLength={200}
        {...form.field("reason")}
      />
    </FormDialog>
  );
}

/** Saves what is not saved yet, then publishes the draft as it stands. */
function usePublication(copy: WorkingCopy, newest: number, onBehind: () => void) {
  return useCommand(async ({ effectiveFrom, reason }: Publication, key) => {
    const revision = await copy.save();
    if (revision === null) throw new Problem("changed-meanwhile");
    try {
      return await ask(publishDraft, {
        params: { draft: copy.draftId },
        body: {
          revision,
          basedOnVersion: newest,
          effectiveFrom,
          ...(reason === undefined ? {} : { reason }),
        },
        key,
      });
    } catch (error) {
      if (error instanceof Problem && error.code === "changed-meanwhile") onBehind();
      throw error;
    }
  });
}

const stops = (check: Check): boolean =>
  check.unknown.length > 0 || check.cases.some((each) => !each.same) ||
  check.findings.some((each) => each.level === "refused");

/** What only the server knows: names that are gone, saved cases that come out differently. */
function ServerFindings({ check }: { check: Check }) {
  const t = words.value.publish;
  const changed = check.cases.filter((each) => !each.same);
  return (
    <>
      {check.unknown.length > 0 && (
        <Banner tone="danger" title={t.unknown(check.unknown.length)}>{t.unknownText}</Banner>
      )}
      {changed.length > 0 && (
        <Banner tone="danger" title={t.cases(changed.length)}>
          {changed.map((each) =>
            t.caseLine(each.name, each.expected.points, each.got?.points ?? null)
          ).join(" · ")}
        </Banner>
      )}
      {check.cases.length > 0 && changed.length === 0 && (
        <Banner tone="good" title={t.casesFine(check.cases.length)} />
      )}
    </>
  );
}
