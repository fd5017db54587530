import { listDrafts } from "../shared/console/draft-doors.ts";
import type { KeptRules } from "../shared/programme/source.ts";
import { type Loaded, useLoad } from "./use-load.ts";
import { type ProgrammeView, type RulesVersion, useProgramme } from "./use-programme.ts";
import { ask } from "./wire.ts";

/** Something that can be tried: a draft or a version. */
export interface Source {
  /** `draft:drf_…` or `version:rul_…`. */
  value: string;
  source: KeptRules;
  /** The draft's name; null for a version. */
  draftName: string | null;
  version: RulesVersion | null;
}

export interface Sources {
  loaded: Loaded<ProgrammeView>;
  /** Drafts first, last changed first; then versions, newest first. */
  sources: readonly Source[];
}

/** The drafts and versions of a brand. */
export function useSources(brandId: string | null): Sources {
  const loaded = useProgramme(brandId);
  const drafts = useLoad(
    `drafts:${brandId ?? ""}`,
    (signal) =>
      brandId ? ask(listDrafts, { query: { brandId }, signal }) : Promise.resolve({ drafts: [] }),
  );
  return {
    loaded: drafts.data || drafts.failure ? loaded : { ...loaded, data: undefined },
    sources: [
      ...(drafts.data?.drafts ?? []).map((draft): Source => ({
        value: `draft:${draft.id}`,
        source: { kind: "draft", draftId: draft.id },
        draftName: draft.name,
        version: null,
      })),
      ...(loaded.data?.versions ?? []).filter((each) => each.withdrawnAt === null).map((
        version,
      ): Source => ({
        value: `version:${version.id}`,
        source: { kind: "version", rulesId: version.id },
        draftName: null,
        version,
      })),
    ],
  };
}
