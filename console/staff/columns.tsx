import { changeStaffState } from "../../shared/console/endpoints.ts";
import { Badge, Button, type Column, toast } from "../../shared/ui/index.ts";
import { ConfirmCommand } from "../frame/confirm-command.tsx";
import { mayI, me } from "../session.ts";
import type { KnownPlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

/** A person's row: who, where, how they sign in, and what may be done about it. */
export function staffColumns(
  places: KnownPlaces,
  onPin: (person: StaffMember) => void,
  onChanged: () => void,
): Column<StaffMember>[] {
  const t = words.value;
  return [
    {
      key: "name",
      title: t.name,
      cell: (person) => (
        <span class="staff-name">
          <strong>{person.name}</strong>
          <span class="faint">{person.login}</span>
        </span>
      ),
    },
    {
      key: "grants",
      title: t.grants,
      cell: (person) => (
        <ul class="staff-grants">
          {person.grants.map((grant, index) => (
            <li key={index}>
              {`${shellWords.value.roles[grant.role]} · ${
                places.placeName(grant.brandId, grant.storeId)
              }`}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "pin",
      title: t.pin,
      cell: (person) =>
        person.hasPin ? <Badge tone="good">{t.hasPin}</Badge> : <Badge>{t.noPin}</Badge>,
    },
    {
      key: "console",
      title: t.console,
      cell: (person) =>
        person.hasPassword
          ? <Badge tone="good">{t.hasPassword}</Badge>
          : <Badge>{t.noPassword}</Badge>,
    },
    {
      key: "state",
      title: t.state,
      cell: (person) => (
        <Badge tone={person.state === "active" ? "good" : "plain"}>{t.states[person.state]}</Badge>
      ),
    },
    ...(mayI("staff.manage")
      ? [{
        key: "actions",
        title: shellWords.value.actions,
        numeric: true,
        cell: (person: StaffMember) => (
          <Actions person={person} onPin={onPin} onChanged={onChanged} />
        ),
      }]
      : []),
  ];
}

function Actions(props: {
  person: StaffMember;
  onPin: (person: StaffMember) => void;
  onChanged: () => void;
}) {
  const { person, onPin, onChanged } = props;
  const t = words.value;
  const active = person.state === "active";
  const send = () =>
    ask(changeStaffState, {
      params: { staff: person.id },
      body: { state: active ? "disabled" : "active" },
    });
  return (
    <span class="staff-actions">
      {active && (
        <Button
          size="s"
          data-act={`pin-${person.id}`}
          aria-label={t.setPinOf(person.name)}
          onClick={() => onPin(person)}
        >
          {t.setPin}
        </Button>
      )}
      {active && person.id !== me.value?.staffId && (
        <ConfirmCommand
          act={`disable-${person.id}`}
          label={t.disable}
          name={t.disableOf(person.name)}
          title={t.disableTitle(person.name)}
          text={t.disableText}
          danger
          send={send}
          onDone={() => {
            toast(t.disabled(person.name));
            onChanged();
          }}
        />
      )}
      {!active && (
        <ConfirmCommand
          label={t.enable}
          name={t.enableOf(person.name)}
          title={t.enableTitle(person.name)}
          text={t.enableText}
          send={send}
          onDone={() => {
            toast(t.enabled(person.name));
            onChanged();
          }}
        />
      )}
    </span>
  );
}
