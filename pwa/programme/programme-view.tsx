import { ScrollText } from "lucide-preact";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import { EmptyState, lang, Skeleton, ToldSection } from "../../shared/ui/index.ts";
import { sayProgramme } from "../../shared/wording/programme/say-programme.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { programmeWords, ruleWords } from "./data.ts";

export interface ProgrammeViewProps {
  programme: Loaded<MemberProgramme>;
  today: string;
  onRetry: () => void;
}

/** The rules in force as plain sentences, what holds today before the rest. */
export function ProgrammeView(props: ProgrammeViewProps) {
  const t = programmeWords.value;
  return (
    <Screen title={t.title} backTo={PATHS.points}>
      <Part of={props.programme} onRetry={props.onRetry} waiting={<Waiting />}>
        {(read) => <Sections read={read} today={props.today} />}
      </Part>
    </Screen>
  );
}

function Sections({ read, today }: { read: MemberProgramme; today: string }) {
  const t = programmeWords.value;
  const told = sayProgramme(read, today, {
    t,
    rules: ruleWords.value,
    nameOf: (named) => nameIn(lang.value, named),
  });
  if (told.every(({ lines }) => lines.length === 0)) {
    return <EmptyState icon={<ScrollText />} title={t.empty}>{t.emptyHint}</EmptyState>;
  }
  return (
    <>
      <p class="soft">{t.lead(read.effectiveFrom)}</p>
      {told.map((section) => <ToldSection key={section.name} section={section} t={t} />)}
    </>
  );
}

function Waiting() {
  return (
    <div class="stack" aria-hidden="true">
      <Skeleton height="11rem" />
      <Skeleton height="14rem" />
      <Skeleton height="9rem" />
    </div>
  );
}
