import { useRoute } from "preact-iso";
import { useEffect } from "preact/hooks";
import { points } from "../members/session.ts";
import { entry } from "./data.ts";
import { EntryView } from "./entry-view.tsx";

/** One entry, opened by its address. */
export default function EntryScreen() {
  const { params } = useRoute();
  const opened = entry(params.journal ?? "");
  useEffect(() => {
    if (!opened.state.value.data) void opened.load();
  }, [opened]);
  return (
    <EntryView
      entry={opened.state.value}
      tier={points.value?.tier ?? null}
      onRetry={() => void opened.load()}
    />
  );
}
