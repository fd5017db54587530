import type { WhatIfMember } from "../../shared/programme/what-if.ts";
import { formats, Panel, Table } from "../../shared/ui/index.ts";
import type * as z from "zod/mini";
import { words } from "./words.ts";

type Member = z.infer<typeof WhatIfMember>;

/** Members whose points would change most, one way. */
export function Affected(
  props: { title: string; members: readonly Member[]; all: number },
) {
  const { title, members, all } = props;
  const t = words.value;
  const f = formats.value;
  return (
    <Panel
      title={title}
      action={all > members.length && <span class="small soft">{t.most(members.length)}</span>}
      flush={members.length > 0}
    >
      {members.length === 0 ? <p class="soft">{t.nobody}</p> : (
        <div class="what-if-members">
          <Table
            caption={title}
            rows={members}
            rowKey={(row) => row.memberId}
            columns={[
              {
                key: "member",
                title: t.member,
                cell: (row) => <a href={`/console/members/${row.memberId}`}>{row.nameMasked}</a>,
              },
              {
                key: "inForce",
                title: t.inForce,
                numeric: true,
                cell: (row) => f.count(row.inForce),
              },
              { key: "draft", title: t.other, numeric: true, cell: (row) => f.count(row.draft) },
              {
                key: "change",
                title: t.difference,
                numeric: true,
                cell: (row) => <strong>{f.signed(row.draft - row.inForce)}</strong>,
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}
