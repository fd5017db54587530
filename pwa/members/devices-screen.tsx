import { useEffect, useState } from "preact/hooks";
import { listMyDevices, revokeMyDevice } from "../../shared/members/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { ask } from "../shell/api.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { openResource } from "../shell/resource.ts";
import { words } from "../words.ts";
import { DevicesView } from "./devices-view.tsx";
import { whenLeaving } from "./session.ts";

const devices = openResource(() => ask(listMyDevices, {}));
whenLeaving(devices.reset);

/** The phones signed in to this membership. */
export default function DevicesScreen() {
  const [busy, setBusy] = useState<string | null>(null);
  useEffect(() => void devices.load(), []);
  const revoke = async (device: string) => {
    setBusy(device);
    try {
      await ask(revokeMyDevice, { params: { device } });
      toast(words.value.devices.revoked);
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    }
    await devices.load();
    setBusy(null);
  };
  return (
    <DevicesView
      devices={devices.state.value}
      busy={busy}
      onRevoke={(device) => void revoke(device)}
      onRetry={() => void devices.load()}
    />
  );
}
