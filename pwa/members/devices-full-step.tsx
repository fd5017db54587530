import { Smartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import { Banner, Button, List, Panel, Row } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import type { JoinDevice } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";

export interface DevicesFullStepProps {
  devices: JoinDevice[];
  busy: boolean;
  trouble: Trouble | null;
  onReplace: (deviceId: string) => void;
  onBack: () => void;
}

/** A fourth phone: one of the three must go. */
export function DevicesFullStep(props: DevicesFullStepProps) {
  const { devices, busy, trouble, onReplace, onBack } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const t = joinWords.value.join;
  return (
    <div class="join-form">
      <h2>{t.devicesTitle}</h2>
      <p class="soft">{t.devicesLead}</p>
      {trouble && <Banner tone="danger" title={troubleLine(trouble)} />}
      <Panel flush>
        <List>
          {devices.map((device) => (
            <Row
              key={device.id}
              lead={<Smartphone aria-hidden="true" />}
              title={device.label}
              detail={t.deviceSeen(device.seenAt)}
              end={
                <Button
                  size="s"
                  variant="danger"
                  busy={busy && chosen === device.id}
                  disabled={busy && chosen !== device.id}
                  aria-label={`${t.deviceReplace}: ${device.label}`}
                  onClick={() => {
                    setChosen(device.id);
                    onReplace(device.id);
                  }}
                >
                  {t.deviceOut}
                </Button>
              }
            />
          ))}
        </List>
      </Panel>
      <Button variant="quiet" block onClick={onBack}>{t.changePhone}</Button>
    </div>
  );
}
