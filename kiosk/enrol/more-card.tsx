import { CreditCard } from "lucide-preact";
import { useState } from "preact/hooks";
import { issueCard } from "../../shared/cards/endpoints.ts";
import { Button } from "../../shared/ui/index.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { command, unresolvedOpen } from "../counter/commands.ts";
import { FindMember } from "../counter/find-member.tsx";
import { member, recognise } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { offlineWords } from "../offline/words.ts";
import { MemberStrip } from "../sale/member-strip.tsx";
import { online } from "../terminal/ask.ts";
import type { Issued } from "./issuing.ts";

/** One more plastic card for a member who has been recognised. */
export function MoreCard(props: { onIssued: (issued: Issued) => void }) {
  const t = counterWords.value.enrol;
  const [finding, setFinding] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const known = member.value;
  const issue = async () => {
    if (!known || busy) return;
    setBusy(true);
    setError(null);
    try {
      const input = { params: { member: known.member.id } };
      const answer = await command(issueCard, input, known.member.nameMasked);
      props.onIssued({ number: answer.number, signUpPoints: null });
    } catch (refused) {
      if (refused instanceof OutcomeUnknown) unresolvedOpen.value = true;
      else setError(refused);
    }
    setBusy(false);
  };
  return (
    <div class="stack">
      <p class="soft">{online.value ? t.cardLead : offlineWords.value.banner.waits.card}</p>
      <div class="more-card-who">
        <MemberStrip onFind={() => setFinding(true)} />
      </div>
      <Trouble error={error} />
      <Button
        variant="primary"
        size="l"
        block
        icon={<CreditCard />}
        busy={busy}
        disabled={!known || !online.value}
        onClick={issue}
      >
        {t.cardGo}
      </Button>
      {finding && <FindMember onFind={recognise} onClose={() => setFinding(false)} />}
    </div>
  );
}
