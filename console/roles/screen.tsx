import { BadgePlus, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { RoleRow } from "../../shared/console/endpoints.ts";
import { mayDefine, type Standing } from "../../shared/staff/grant.ts";
import { Badge, Button, EmptyState, List, Panel, Row } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI, me, standing } from "../session.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useRoles } from "../use-roles.ts";
import { RoleMatrix } from "./matrix.tsx";
import { RoleDialog } from "./role-dialog.tsx";
import "./style.css";
import { words } from "./words.ts";

/** Those that one could give oneself, but never one's own. */
export const mayChange = (role: RoleRow): boolean => {
  const who = me.value;
  return who ? mayDefine(standing(who) as Standing, role.id, role) : false;
};

/** Which roles there are, and what each lets a person do. */
export function RolesScreen() {
  const t = words.value;
  const roles = useRoles();
  const [open, setOpen] = useState<RoleRow | "new" | null>(null);
  const done = () => {
    setOpen(null);
    roles.loaded.reload();
  };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={mayI("role.manage") && (
        <Button
          data-act="add"
          variant="primary"
          icon={<Plus />}
          onClick={() => setOpen("new")}
        >
          {t.add}
        </Button>
      )}
    >
      <WhenLoaded from={roles.loaded}>
        {({ roles: own }) => (
          <>
            <OwnRoles roles={own} onOpen={setOpen} />
            <Panel title={t.matrix} flush class="matrix-panel">
              <p class="soft small matrix-lead">{t.matrixLead}</p>
              <RoleMatrix own={own} onOpen={setOpen} />
            </Panel>
          </>
        )}
      </WhenLoaded>
      {open && (
        <RoleDialog
          role={open === "new" ? null : open}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function OwnRoles(props: { roles: readonly RoleRow[]; onOpen: (role: RoleRow) => void }) {
  const t = words.value;
  const { brands, placeName } = usePlaces();
  if (props.roles.length === 0) {
    return <EmptyState icon={<BadgePlus />} title={t.ownNone}>{t.ownNoneText}</EmptyState>;
  }
  return (
    <Panel title={t.own} flush>
      <List label={t.own}>
        {props.roles.map((role) => (
          <Row
            key={role.id}
            title={nameIn(role)}
            detail={[
              brands.length > 1 ? placeName(role.brandId, null) : null,
              t.count(role.permissions.length),
            ].filter(Boolean).join(" · ")}
            end={<Badge>{t.people(role.people)}</Badge>}
            onClick={() => props.onOpen(role)}
          />
        ))}
      </List>
    </Panel>
  );
}
