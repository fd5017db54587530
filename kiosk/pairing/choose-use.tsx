import { MonitorSmartphone, ScanBarcode } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button, Field } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import type { TerminalKind } from "../terminal/credential.ts";
import { words } from "../words.ts";

interface ChooseUseProps {
  busy: boolean;
  error: unknown;
  onChosen: (kind: TerminalKind, label: string) => void;
}

/** What the device is for and what it is called. */
export function ChooseUse(props: ChooseUseProps) {
  const t = words.value.pairing;
  const portrait = innerHeight > innerWidth;
  const [kind, setKind] = useState<TerminalKind>(portrait ? "kiosk" : "counter");
  const [label, setLabel] = useState("");
  const named = label.trim();
  return (
    <form
      class="stack pairing-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (named && !props.busy) props.onChosen(kind, named);
      }}
    >
      <h1>{t.title}</h1>
      <p class="soft">{t.lead}</p>
      <fieldset class="pairing-uses">
        <legend class="field-label">{t.use}</legend>
        <Use kind="kiosk" chosen={kind} onChoose={setKind} />
        <Use kind="counter" chosen={kind} onChoose={setKind} />
      </fieldset>
      <Field
        label={t.label}
        hint={t.labelHint}
        value={label}
        onInput={setLabel}
        maxLength={40}
        autocomplete="off"
      />
      <div class="inline">
        {t.labels[kind].map((each) => (
          <button
            key={each}
            type="button"
            class="pairing-offer"
            onClick={() => setLabel(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <Trouble error={props.error} />
      <Button type="submit" variant="primary" size="l" block busy={props.busy} disabled={!named}>
        {t.getCode}
      </Button>
    </form>
  );
}

function Use(
  props: { kind: TerminalKind; chosen: TerminalKind; onChoose: (kind: TerminalKind) => void },
) {
  const { kind, chosen, onChoose } = props;
  const t = words.value.pairing;
  const Icon = kind === "kiosk" ? MonitorSmartphone : ScanBarcode;
  return (
    <label class="pairing-use">
      <input
        type="radio"
        name="kind"
        checked={kind === chosen}
        onChange={() => onChoose(kind)}
      />
      <Icon aria-hidden="true" />
      <span class="pairing-use-name">{kind === "kiosk" ? t.kiosk : t.counter}</span>
      <span class="soft small">{kind === "kiosk" ? t.kioskHint : t.counterHint}</span>
    </label>
  );
}
