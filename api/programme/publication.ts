/** How a version comes into force, for every door that publishes: what stands against it, whether a
 *  second person has to say yes, and the rows of it. Nothing is written here. @module */
import { checkRules } from "../../shared/points/check-rules.ts";
import { Problem } from "../../shared/problems.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { askApproval } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import type { Decision } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { categoriesOf } from "../goods/queries.ts";
import { parametersIn } from "../parameters/queries.ts";
import { runCasesOf } from "./case-results.ts";
import { checkNames } from "./check-names.ts";
import { insertVersion, latestVersion } from "./queries.ts";

/** What is to be published; also, as JSON, what a second person is asked to approve. */
export type Publication = {
  brandId: string;
  basedOnVersion: number;
  /** Null: as soon as it is published. */
  effectiveFrom: number | null;
  /** The body as it will be kept, letter for letter. */
  bodyText: string;
  reason: string;
  /** The draft that it was, if any. */
  draft: { id: string; name: string; revision: number } | null;
  /** The version that it takes up again, if any. */
  repeats: number | null;
};

export type Published = {
  rulesId: string | null;
  version: number | null;
  approvalId: string | null;
};

/** How far back "from now on" may lie: the time somebody takes to press the button. */
const slackMs = 5 * 60_000;

/** The rules of a text. @throws ZodError when it is none, which is a bug */
export const rulesIn = (bodyText: string): ProgrammeRules =>
  ProgrammeRules.parse(JSON.parse(bodyText));

/** What stands against rules by themselves, or is perhaps not meant. */
export const findingsOf = (
  rules: ProgrammeRules,
  categories: readonly { id: string; parent_id: string | null }[],
) => checkRules(rules, categories.map(({ id, parent_id: parentId }) => ({ id, parentId })));

/** @throws Problem not-found, changed-meanwhile, rules-refused, input-invalid (unknown names),
 *  cases-changed; in that order */
export const mustBePublishable = async (desk: Desk, p: Publication): Promise<void> => {
  const rules = rulesIn(p.bodyText);
  const [latest, results, categories] = await Promise.all([
    desk.db.read(latestVersion, [p.brandId]),
    runCasesOf(desk, p.brandId, rules),
    desk.db.read(categoriesOf, [p.brandId]),
  ]);
  if (!latest[0]) throw new Problem("not-found");
  if (latest[0].version !== p.basedOnVersion) throw new Problem("changed-meanwhile");
  const findings = findingsOf(rules, categories).filter(({ level }) => level === "refused");
  if (findings.length) throw new Problem("rules-refused", { findings: findings.slice(0, 20) });
  await checkNames(desk, p.brandId, rules, "/body");
  const changed = results.filter((result) => !result.same);
  if (changed.length) throw new Problem("cases-changed", { cases: changed.slice(0, 20) });
};

/** The rows of a version that is published now. */
export const versionRows = (
  desk: Desk,
  p: Publication,
  by: { staffId: string | null; approvalId: string | null },
): { rulesId: string; version: number; writes: Write[] } => {
  const rulesId = desk.id("rules");
  const version = p.basedOnVersion + 1;
  const effectiveFrom = p.effectiveFrom ?? desk.now;
  return {
    rulesId,
    version,
    writes: [
      insertVersion.row({
        id: rulesId,
        brand_id: p.brandId,
        version,
        effective_from: effectiveFrom,
        body: p.bodyText,
        published_by: by.staffId,
        published_at: desk.now,
        approval_id: by.approvalId,
        repeats: p.repeats,
      }),
      auditRow(desk, {
        action: "rules.published",
        subject: rulesId,
        before: { version: p.basedOnVersion },
        after: {
          version,
          effectiveFrom,
          body: JSON.parse(p.bodyText),
          ...(p.reason ? { reason: p.reason } : {}),
          ...(p.draft ? { draft: p.draft.name } : {}),
          ...(p.repeats === null ? {} : { repeats: p.repeats }),
          ...(by.approvalId ? { approvalId: by.approvalId } : {}),
        },
        brandId: p.brandId,
      }),
    ],
  };
};

/** Publishes, or asks a second person where the brand wants one. Only another system (role
 *  integration) may date a version back, to book old sales; it cannot ask anybody.
 *  @param besides rows that belong to publishing at once, such as closing the draft
 *  @throws Problem time-refused, second-person-needed and what mustBePublishable refuses */
export const decidePublication = async (
  desk: Desk,
  p: Publication,
  besides: Write[] = [],
): Promise<Decision<Published>> => {
  const [{ publishNeedsSecond }] = await Promise.all([
    parametersIn(desk, p.brandId),
    mustBePublishable(desk, p),
  ]);
  const system = desk.actor.role === "integration";
  if (!system && p.effectiveFrom !== null && p.effectiveFrom < desk.now - slackMs) {
    throw new Problem("time-refused");
  }
  const touches = [`rules ${p.brandId}`, ...(p.draft ? [p.draft.id] : [])];
  if (publishNeedsSecond) {
    if (!desk.actor.staffId) throw new Problem("second-person-needed");
    const { approvalId, writes } = await askApproval(desk, {
      kind: "rules.publish",
      subject: p.brandId,
      brandId: p.brandId,
      asked: p,
      reason: p.reason,
    });
    return { answer: { rulesId: null, version: null, approvalId }, writes, touches };
  }
  const staffId = desk.actor.staffId ?? desk.actor.apiKeyId ?? null;
  const { rulesId, version, writes } = versionRows(desk, p, { staffId, approvalId: null });
  return {
    answer: { rulesId, version, approvalId: null },
    writes: [...writes, ...besides],
    touches,
  };
};
