import { useEffect } from "preact/hooks";
import { lastMove } from "../shell/live.ts";
import { ClaimsView } from "./claims-view.tsx";
import { claims } from "./data.ts";

/** The member's claims. */
export default function ClaimsScreen() {
  useEffect(() => void claims.load(), [lastMove.value]);
  return <ClaimsView claims={claims.state.value} onRetry={() => void claims.load()} />;
}
