import { Banner, Button } from "../../shared/ui/index.ts";
import { type Failure, failureText } from "../failure.ts";
import { shellWords } from "../words.ts";

export interface FailureBannerProps {
  failure: Failure | null;
  /** For commands whose outcome is not known: sends the same again. */
  onAgain?: (() => void) | undefined;
  busy?: boolean;
}

/** Says above a form what was refused; nothing when nothing was. */
export function FailureBanner({ failure, onAgain, busy }: FailureBannerProps) {
  const t = shellWords.value;
  if (!failure) return null;
  if (failure.kind === "unreachable" && onAgain) {
    return (
      <Banner
        tone="warn"
        title={t.unknownTitle}
        action={<Button size="s" busy={busy} onClick={onAgain}>{t.sendAgain}</Button>}
      >
        {t.unknownText}
      </Banner>
    );
  }
  const { title, hint, reference } = failureText(failure);
  return (
    <Banner tone="danger" title={title}>
      {hint}
      {reference && ` ${t.problemNumber(reference)}`}
    </Banner>
  );
}
