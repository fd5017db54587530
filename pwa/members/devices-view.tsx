import { Smartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { listMyDevices } from "../../shared/members/endpoints.ts";
import { Badge, Button, ConfirmDialog, List, Panel, Row } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";

type Devices = AnswerOf<typeof listMyDevices>;

export interface DevicesViewProps {
  devices: Loaded<Devices>;
  /** The device being signed out. */
  busy: string | null;
  onRevoke: (deviceId: string) => void;
  onRetry: () => void;
}

/** Which phones, since when, and signing one out. */
export function DevicesView(props: DevicesViewProps) {
  const { devices, busy, onRevoke, onRetry } = props;
  const [asked, setAsked] = useState<Devices["devices"][number] | null>(null);
  const t = words.value.devices;
  return (
    <Screen title={t.title} backTo={PATHS.me}>
      <Part of={devices} onRetry={onRetry}>
        {(data) => (
          <>
            <p class="soft">{t.lead(data.max)}</p>
            <Panel flush>
              <List>
                {data.devices.map((device) => (
                  <Row
                    key={device.id}
                    lead={<Smartphone aria-hidden="true" />}
                    title={device.label}
                    detail={
                      <>
                        {t.added(device.createdAt)}
                        <br />
                        {t.seen(device.seenAt)}
                      </>
                    }
                    end={device.here ? <Badge tone="good">{t.here}</Badge> : (
                      <Button
                        size="s"
                        variant="danger"
                        busy={busy === device.id}
                        aria-label={`${t.revoke}: ${device.label}`}
                        onClick={() => setAsked(device)}
                      >
                        {t.revoke}
                      </Button>
                    )}
                  />
                ))}
              </List>
            </Panel>
          </>
        )}
      </Part>
      <ConfirmDialog
        open={asked !== null}
        danger
        title={t.revokeTitle(asked?.label ?? "")}
        confirm={t.revoke}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) onRevoke(asked.id);
          setAsked(null);
        }}
      >
        <p>{t.revokeHint}</p>
      </ConfirmDialog>
    </Screen>
  );
}
