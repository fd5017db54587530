import type { Idle } from "../idle.ts";
import { commonWords } from "../lang.ts";
import { Button } from "./button.tsx";
import { CountdownRing } from "./countdown-ring.tsx";
import { Dialog } from "./dialog.tsx";

/** "Are you still there?", for screens in the store. `seconds` is the length of the countdown,
 *  `hint` says what happens at its end if that is not a new start. */
export function IdleDialog(
  props: { idle: Idle; seconds?: number; hint?: (secondsLeft: number) => string },
) {
  const { idle, seconds = 15 } = props;
  const words = commonWords.value;
  const left = idle.left.value;
  return (
    <Dialog
      open={left !== null}
      stubborn
      size="s"
      title={words.idleTitle}
      onClose={idle.stay}
      actions={
        <Button variant="primary" size="l" block autofocus onClick={idle.stay}>
          {words.idleContinue}
        </Button>
      }
    >
      <div class="stack center idle-body">
        <CountdownRing
          size="l"
          left={left ?? 0}
          of={seconds}
          label={words.secondsLeft(left ?? 0)}
        />
        <p role="timer" aria-live={left !== null && left % 5 === 0 ? "polite" : "off"}>
          {(props.hint ?? words.idleHint)(left ?? 0)}
        </p>
      </div>
    </Dialog>
  );
}
