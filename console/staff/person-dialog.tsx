import { KeyRound, MapPin, RotateCcwKey, UserCheck, UserX } from "lucide-preact";
import { Badge, Dialog, List, Row } from "../../shared/ui/index.ts";
import { HistoryLink } from "../frame/history-link.tsx";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { me } from "../session.ts";
import { useRoles } from "../use-roles.ts";
import { mayManage } from "./columns.tsx";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

/** What can be done about a person. */
export type PersonTask = "grants" | "pin" | "sign-in" | "state";

export interface PersonDialogProps {
  person: StaffMember;
  onTask: (task: PersonTask) => void;
  onClose: () => void;
}

/** A person, and what may be done about them. */
export function PersonDialog({ person, onTask, onClose }: PersonDialogProps) {
  const t = words.value;
  useReturnFocus();
  const active = person.state === "active";
  const mine = mayManage(person, useRoles().own);
  return (
    <Dialog open title={person.name} onClose={onClose}>
      <p class="inline">
        <span class="soft">{person.login}</span>
        <Badge tone={active ? "good" : "plain"}>{t.states[person.state]}</Badge>
        <HistoryLink subject={person.id} />
      </p>
      {!mine && <p class="soft">{t.notYours}</p>}
      {mine && <Tasks person={person} onTask={onTask} />}
    </Dialog>
  );
}

function Tasks({ person, onTask }: Pick<PersonDialogProps, "person" | "onTask">) {
  const t = words.value;
  const active = person.state === "active";
  const self = person.id === me.value?.staffId;
  return (
    <List label={person.name}>
      {active && (
        <>
          {!self && (
            <Row
              lead={<MapPin />}
              title={t.changeGrants}
              detail={t.changeGrantsHint}
              onClick={() => onTask("grants")}
            />
          )}
          <Row
            lead={<KeyRound />}
            title={t.setPin}
            detail={t.pinText}
            onClick={() => onTask("pin")}
          />
          {!self && (
            <Row
              lead={<RotateCcwKey />}
              title={t.resetSignIn}
              detail={t.resetSignInHint}
              onClick={() => onTask("sign-in")}
            />
          )}
        </>
      )}
      {!self && (
        <Row
          lead={active ? <UserX /> : <UserCheck />}
          title={active ? t.disable : t.enable}
          detail={active ? t.disableText : t.enableText}
          onClick={() => onTask("state")}
        />
      )}
    </List>
  );
}
