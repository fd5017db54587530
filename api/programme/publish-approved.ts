/** A second person's yes to a publication: what was asked takes effect, letter for letter, if nothing
 *  stands against it now. @module */
import { Problem } from "../../shared/problems.ts";
import type { Approvable } from "../approvals/approvables.ts";
import type { ApprovalFound } from "../approvals/queries.ts";
import type { Desk } from "../desk.ts";
import { draftById } from "./draft-queries.ts";
import { draftStep } from "./drafts.ts";
import { mustBePublishable, type Publication, versionRows } from "./publication.ts";
import { versionInForce } from "./queries.ts";

const askedIn = (approval: ApprovalFound): Publication => JSON.parse(approval.asked) as Publication;

/** @throws Problem start-passed and what mustBePublishable refuses */
const mustStillHold = async (desk: Desk, p: Publication): Promise<void> => {
  if (p.effectiveFrom !== null && p.effectiveFrom < desk.now) throw new Problem("start-passed");
  await mustBePublishable(desk, p);
};

export const approvedPublication: Approvable = {
  carryOut: async (desk, approval) => {
    const asked = askedIn(approval);
    await mustStillHold(desk, asked);
    const { writes } = versionRows(desk, asked, {
      staffId: approval.asked_by,
      approvalId: approval.id,
    });
    // A draft that went on being written stays a draft: what was asked is what is published.
    const [draft] = asked.draft ? await desk.db.read(draftById, [asked.draft.id]) : [];
    const closes = draft && draft.revision === asked.draft!.revision;
    return {
      writes: [
        ...writes,
        ...(closes ? [draftStep(desk, draft, draft.revision, { state: "published" })] : []),
      ],
      touches: [`rules ${asked.brandId}`, ...(draft ? [draft.id] : [])],
    };
  },
  /** The rules in force beside what is asked, for the screen to say in lines. */
  effect: async (desk, approval) => {
    const asked = askedIn(approval);
    const refused = await mustStillHold(desk, asked).then(
      () => null,
      (error) => error instanceof Problem ? error.code : "internal",
    );
    const [now] = await desk.db.read(versionInForce, [asked.brandId, desk.now]);
    return {
      version: asked.basedOnVersion + 1,
      refused,
      inForce: now ? { version: now.version, body: JSON.parse(now.body) } : null,
    };
  },
};
