import { useEffect } from "preact/hooks";
import { dayOf } from "../../shared/business-day.ts";
import { serverNow } from "../shell/clock.ts";
import { programme } from "./data.ts";
import { ProgrammeView } from "./programme-view.tsx";

/** How the member earns. */
export default function ProgrammeScreen() {
  useEffect(() => void programme.load(), []);
  return (
    <ProgrammeView
      programme={programme.state.value}
      today={dayOf(serverNow())}
      onRetry={() => void programme.load()}
    />
  );
}
