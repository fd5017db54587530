import { CloudUpload, UserPlus } from "lucide-preact";
import { Button } from "../../shared/ui/index.ts";
import { room } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import "../sale/done.css";

/** The enrolment is kept on this device; the card comes when the network is back. */
export function KeptEnrolment(props: { onNext: () => void }) {
  const t = offlineWords.value;
  return (
    <div class="enrol">
      <section class="done-said">
        <h1>
          <span class="done-check done-later" aria-hidden="true">
            <CloudUpload />
          </span>
          {t.kept.enrolled}
        </h1>
        <p>{t.kept.enrolledHint}</p>
        <div class="done-actions">
          <Button size="l" icon={<CloudUpload />} onClick={() => room.value = "queue"}>
            {t.screen.title}
          </Button>
          <Button size="l" variant="primary" icon={<UserPlus />} onClick={props.onNext}>
            {counterWords.value.enrol.next}
          </Button>
        </div>
      </section>
    </div>
  );
}
