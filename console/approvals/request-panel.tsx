import type { ApprovalRow } from "../../shared/console/endpoints.ts";
import { Badge, Button, Facts, Panel } from "../../shared/ui/index.ts";
import { usePlaces } from "../use-places.ts";
import { RequestPicture } from "./kinds.tsx";
import { words } from "./words.ts";

export type Task = "approve" | "refuse" | "withdraw";

const tones = {
  waiting: "warn",
  approved: "good",
  refused: "danger",
  withdrawn: "plain",
  expired: "plain",
} as const;

/** One request: who asked, what would happen, what can be done about it. */
export function RequestPanel(props: { row: ApprovalRow; onTask: (task: Task) => void }) {
  const { row } = props;
  const t = words.value;
  const { brands, placeName } = usePlaces();
  const place = brands.length > 1 ? placeName(row.brandId, row.storeId) : null;
  return (
    <Panel
      title={t.kinds[row.kind]}
      action={<Badge tone={tones[row.state]}>{t.states[row.state]}</Badge>}
    >
      <p class="soft small">
        {[
          t.asked(row.askedBy.name, row.askedAt),
          place,
          row.state === "waiting" ? t.until(row.expiresAt) : null,
          row.decidedBy && row.decidedAt ? t.decided(row.decidedBy.name, row.decidedAt) : null,
        ].filter(Boolean).join(" · ")}
      </p>
      <div class="request">
        <RequestPicture row={row} />
        <Facts
          facts={[
            [t.reason, row.reason],
            ...(row.decision ? [[t.decision, row.decision] as const] : []),
          ]}
        />
      </div>
      {row.state === "waiting" && <Doing {...props} />}
    </Panel>
  );
}

function Doing({ row, onTask }: { row: ApprovalRow; onTask: (task: Task) => void }) {
  const t = words.value;
  return (
    <>
      {row.verdict !== "yes" && <p class="small soft">{t.verdicts[row.verdict]}</p>}
      <div class="inline">
        {row.verdict === "yes" && (
          <>
            <Button
              variant="primary"
              data-act={`approve-${row.id}`}
              onClick={() => onTask("approve")}
            >
              {t.approve}
            </Button>
            <Button data-act={`refuse-${row.id}`} onClick={() => onTask("refuse")}>
              {t.refuse}
            </Button>
          </>
        )}
        {row.verdict === "own" && (
          <Button
            data-act={`withdraw-${row.id}`}
            onClick={() => onTask("withdraw")}
          >
            {t.withdraw}
          </Button>
        )}
      </div>
    </>
  );
}
