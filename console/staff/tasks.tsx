import { GrantsDialog } from "./grants-dialog.tsx";
import { PersonDialog, type PersonTask } from "./person-dialog.tsx";
import { PinDialog } from "./pin-dialog.tsx";
import type { StaffMember } from "./screen.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { StateDialog } from "./state-dialog.tsx";

/** Somebody chosen from the list, and what is being done about them. */
export interface Chosen {
  person: StaffMember;
  task: PersonTask | null;
}

export interface TasksProps {
  chosen: Chosen;
  onChoose: (chosen: Chosen | null) => void;
  onChanged: () => void;
  /** @param uri to be shown once */
  onTotp: (name: string, uri: string) => void;
}

/** The dialog for what was chosen. */
export function PersonTasks({ chosen, onChoose, onChanged, onTotp }: TasksProps) {
  const { person, task } = chosen;
  const close = () => onChoose(null);
  const done = () => {
    close();
    onChanged();
  };
  switch (task) {
    case null:
      return (
        <PersonDialog
          person={person}
          onTask={(next) => onChoose({ person, task: next })}
          onClose={close}
        />
      );
    case "grants":
      return <GrantsDialog person={person} onDone={done} onClose={close} />;
    case "pin":
      return <PinDialog person={person} onDone={done} onClose={close} />;
    case "state":
      return <StateDialog person={person} onDone={done} onClose={close} />;
    case "sign-in":
      return (
        <SignInDialog
          person={person}
          onClose={close}
          onDone={(uri) => {
            done();
            onTotp(person.name, uri);
          }}
        />
      );
  }
}
