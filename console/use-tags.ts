import { listTags, type TagRow } from "../shared/console/endpoints.ts";
import { mayI } from "./session.ts";
import { type Loaded, useLoad } from "./use-load.ts";
import { ask } from "./wire.ts";

/** Tags of the brands in scope. */
export function useTags(): { loaded: Loaded<{ tags: TagRow[] }>; tags: readonly TagRow[] } {
  const loaded = useLoad(
    "tags",
    (signal) => mayI("member.look-up") ? ask(listTags, { signal }) : Promise.resolve({ tags: [] }),
  );
  return { loaded, tags: loaded.data?.tags ?? [] };
}
