import { explainMyEntry, listMyHistory, listMyLots } from "../../shared/members/endpoints.ts";
import type { Explanation } from "../../shared/members/member.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { ReasonWording } from "../../shared/wording/reasons/zh.ts";
import { whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { openResource, type Resource } from "../shell/resource.ts";

/** Sentences for why points moved. */
export const reasonWords = openWording<ReasonWording>({
  "zh-CN": () => import("../../shared/wording/reasons/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/reasons/en.ts").then((file) => file.en),
});

/** Every lot with something left. */
export const lots = openResource(() => ask(listMyLots, {}), "lots");

/** The newest page of the history, and what `moreHistory` added. */
export const history = openResource(() => ask(listMyHistory, { query: { limit: 30 } }), "history");

/** Adds the page before the oldest entry shown. @throws Problem, Unreachable */
export async function moreHistory(): Promise<void> {
  const shown = history.state.value.data;
  if (!shown?.nextBefore) return;
  const page = await ask(listMyHistory, { query: { before: shown.nextBefore, limit: 30 } });
  const now = history.state.value.data;
  // Loaded anew meanwhile, or gone with its member: the page no longer fits under what is shown.
  if (now?.nextBefore !== shown.nextBefore) return;
  history.put({ rows: [...now.rows, ...page.rows], nextBefore: page.nextBefore });
}

const entries = new Map<string, Resource<Explanation>>();

/** One entry opened; explanations never change, so they are asked for once. */
export function entry(journalId: string): Resource<Explanation> {
  const known = entries.get(journalId);
  if (known) return known;
  const opened = openResource<Explanation>(
    () => ask(explainMyEntry, { params: { journal: journalId } }),
  );
  entries.set(journalId, opened);
  return opened;
}

whenLeaving(() => {
  lots.reset();
  history.reset();
  entries.clear();
});
