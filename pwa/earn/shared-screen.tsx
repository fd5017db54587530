import { useRoute } from "preact-iso";
import { useEffect, useMemo } from "preact/hooks";
import { openShare } from "../../shared/grants/endpoints.ts";
import { standing } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { openResource } from "../shell/resource.ts";
import { browserMark } from "./browser-mark.ts";
import { type SharedThing, SharedView } from "./shared-view.tsx";

/** Opens a shared link; opening it is what whoever shared it earns by. */
export default function SharedScreen() {
  const { params } = useRoute();
  const code = params.code ?? "";
  const shared = useMemo(
    () =>
      openResource<SharedThing>(() =>
        ask(openShare, { params: { code }, body: { mark: browserMark() } })
      ),
    [code],
  );
  useEffect(() => {
    void shared.load();
  }, [shared]);
  return (
    <SharedView
      shared={shared.state.value}
      inside={standing.value === "in"}
      onRetry={() => void shared.load()}
    />
  );
}
