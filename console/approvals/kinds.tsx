import type { ComponentType } from "preact";
import type { ApprovalKind } from "../../shared/approvals/approval.ts";
import type { ApprovalRow } from "../../shared/console/endpoints.ts";
import { Facts, PointsText } from "../../shared/ui/index.ts";
import { changedFields } from "../../shared/console/changed-fields.ts";
import { fieldName, valueText } from "../log/field-text.ts";
import { usePlaces } from "../use-places.ts";
import { Extension, Publication } from "./publication.tsx";
import { words } from "./words.ts";

type Shown = { row: ApprovalRow };

const read = <T,>(json: string | null): T | null => json === null ? null : JSON.parse(json) as T;

type Effect = { memberName: string; before: number; after: number | null; repaid: number };

/** Points by hand: whose, how many, and what they have before and after. */
function Adjustment({ row }: Shown) {
  const t = words.value;
  const asked = read<{ points: number }>(row.asked);
  const effect = read<Effect>(row.effect);
  return (
    <Facts
      facts={[
        [
          t.member,
          <a key="member" href={`/console/members/${row.subject}`}>
            {effect?.memberName ?? row.subject.slice(-6)}
          </a>,
        ],
        [t.change, <PointsText key="change" points={asked?.points ?? 0} signed />],
        ...(effect ? [[t.spendable, spendableText(effect)] as const] : []),
      ]}
    />
  );
}

/** "2,486 → 10,386", or why it can no longer be booked. */
function spendableText({ before, after, repaid }: Effect): string {
  const t = words.value;
  if (after === null) return t.tooFew(before);
  return [t.fromTo(before, after), repaid > 0 ? t.repaid(repaid) : null].filter(Boolean)
    .join(" · ");
}

/** A kind without a picture of its own: every field of what was asked, by its name. */
function Anything({ row }: Shown) {
  const places = usePlaces();
  const fields = changedFields(null, row.effect ?? row.asked);
  const of = { action: row.kind, names: [] };
  return (
    <Facts
      facts={fields.map((field) =>
        [fieldName(field.name), valueText(of, field.name, field.now ?? "", places)] as const
      )}
    />
  );
}

/** How each kind shows what would happen. A room adds its own here. */
const pictures: Partial<Record<ApprovalKind, ComponentType<Shown>>> = {
  "points.adjust": Adjustment,
  "rules.publish": Publication,
  "validity.extend": Extension,
};

/** What exactly a request asks for. */
export function RequestPicture({ row }: Shown) {
  const Picture = pictures[row.kind] ?? Anything;
  return <Picture row={row} />;
}
