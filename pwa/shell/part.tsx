import type { ComponentChildren } from "preact";
import { Banner, commonWords, ErrorState, lang, LoadingState } from "../../shared/ui/index.ts";
import { sentencesOf } from "../../shared/ui/problem-sentences.ts";
import { words } from "../words.ts";
import type { Trouble } from "./trouble.ts";
import type { Loaded } from "./resource.ts";

export interface PartProps<T> {
  of: Loaded<T>;
  onRetry: () => void;
  /** Grey shapes while the first answer is on its way. */
  waiting?: ComponentChildren;
  /** The screen has already said that its data is old. */
  quiet?: boolean;
  children: (data: T) => ComponentChildren;
}

/** Part of a screen that comes from the server: waiting, failed, kept from before, or here. */
export function Part<T>(props: PartProps<T>) {
  const { of, onRetry, waiting, quiet, children } = props;
  if (of.data === null) {
    if (!of.trouble) return <>{waiting ?? <LoadingState />}</>;
    return (
      <ErrorState
        {...problemWords(of.trouble)}
        offline={of.trouble.offline}
        reference={of.trouble.reference}
        busy={of.busy}
        onRetry={onRetry}
      />
    );
  }
  return (
    <>
      {of.trouble && of.at !== null && !quiet && (
        <Banner tone={of.trouble.offline ? "offline" : "warn"} title={words.value.stale(of.at)} />
      )}
      {children(of.data)}
    </>
  );
}

/** Title and remedy of a refusal in the language on screen; nothing for other troubles. */
export function problemWords(trouble: Trouble): { title?: string; hint?: string } {
  const known = sentencesOf(trouble.code);
  if (!known) return {};
  return lang.value === "zh-CN"
    ? { title: known.zh, hint: known.remedyZh }
    : { title: known.en, hint: known.remedyEn };
}

/** One line about what went wrong, for toasts and fields. */
export function troubleLine(trouble: Trouble): string {
  const { title, hint } = problemWords(trouble);
  if (title) return hint ? `${title} · ${hint}` : title;
  const common = commonWords.value;
  return trouble.offline
    ? `${common.noNetworkTitle} · ${common.noNetworkHint}`
    : common.failedTitle;
}
