import { Button, Seal } from "../../shared/ui/index.ts";
import { joinWords } from "./join-words.ts";

export interface WelcomeStepProps {
  name: string;
  points: number;
  busy: boolean;
  onGoIn: () => void;
}

/** A new member: the seal comes down. */
export function WelcomeStep(props: WelcomeStepProps) {
  const { name, points, busy, onGoIn } = props;
  const t = joinWords.value.join;
  return (
    <div class="join-done" role="status">
      <Seal />
      <h2>{t.doneTitle(name)}</h2>
      {points > 0 && <p>{t.donePoints(points)}</p>}
      <p class="soft">{t.doneLead}</p>
      <Button variant="primary" size="l" block busy={busy} onClick={onGoIn}>{t.showCard}</Button>
    </div>
  );
}
