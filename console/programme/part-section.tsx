import { Pencil } from "lucide-preact";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Button, lang, Panel } from "../../shared/ui/index.ts";
import { sectionLines, type SectionName } from "./rule-words.ts";
import { SentenceList } from "./sentence-band.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** A part of the programme as sentences; where it is edited, with the way in. */
export function PartSection(
  props: { section: SectionName; rules: ProgrammeRules; onOpen?: () => void },
) {
  const { section, rules, onOpen } = props;
  const t = words.value;
  const naming = useNaming();
  const lines = sectionLines(section, rules, naming, lang.value);
  return (
    <Panel
      title={t.sections[section]}
      action={onOpen && (
        <Button
          size="s"
          variant="quiet"
          icon={<Pencil />}
          data-act={`edit-${section}`}
          aria-label={t.changePart(t.sections[section])}
          onClick={onOpen}
        >
          {t.change}
        </Button>
      )}
    >
      {lines.length > 0
        ? <SentenceList lines={lines} />
        : <p class="soft">{t.sectionNone[section]}</p>}
    </Panel>
  );
}
