import { showProgramme } from "../shared/console/endpoints.ts";
import type { AnswerOf } from "../shared/endpoint.ts";
import { type Loaded, useLoad } from "./use-load.ts";
import { ask } from "./wire.ts";

export type ProgrammeView = AnswerOf<typeof showProgramme>;
export type RulesVersion = ProgrammeView["versions"][number];
export type TierRow = ProgrammeView["tiers"][number];
export type CategoryRow = ProgrammeView["categories"][number];

const none: ProgrammeView = { versions: [], tiers: [], categories: [] };

/** Rule versions, tiers and categories of a brand; nothing while no brand is chosen. */
export function useProgramme(brandId: string | null): Loaded<ProgrammeView> {
  return useLoad(
    `programme:${brandId}`,
    (signal) =>
      brandId ? ask(showProgramme, { query: { brandId }, signal }) : Promise.resolve(none),
  );
}
