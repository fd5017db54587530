import { History } from "lucide-preact";
import { ButtonLink } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { shellWords } from "../words.ts";

/** Leads to everything that the log tells of one thing; not there for who may not read it. */
export function HistoryLink({ subject }: { subject: string }) {
  if (!mayI("log.read")) return null;
  return (
    <ButtonLink size="s" icon={<History />} href={`/console/log?subject=${subject}`}>
      {shellWords.value.historyOf}
    </ButtonLink>
  );
}
