import { useEffect } from "preact/hooks";
import { dayOf } from "../../shared/business-day.ts";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import { Button, commonWords, LoadingState, ToldSection } from "../../shared/ui/index.ts";
import { sayProgramme } from "../../shared/wording/programme/say-programme.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { Frame } from "../visit/frame.tsx";
import { goTo, scan } from "../visit/visit.ts";
import { loadProgramme, programme, programmeWords, ruleWords } from "./programme.ts";

/** The rules in force as plain sentences, what holds today before the rest. */
export function Programme() {
  const t = programmeWords.value;
  const loaded = programme.value;
  useEffect(() => void loadProgramme(), [scan.value?.scanId]);
  return (
    <Frame tabs class="programme">
      <div class="inline apart">
        <h1 class="frame-title">{t.title}</h1>
        <Button variant="quiet" onClick={() => goTo("home")}>{commonWords.value.back}</Button>
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadProgramme} />}
      {loaded.state === "ready" && <Sections read={loaded.value} />}
    </Frame>
  );
}

function Sections({ read }: { read: MemberProgramme }) {
  const t = programmeWords.value;
  const told = sayProgramme(read, dayOf(serverNow()), { t, rules: ruleWords.value, nameOf });
  return (
    <>
      <p class="soft">{t.lead(read.effectiveFrom)}</p>
      {told.map((section) => <ToldSection key={section.name} section={section} t={t} />)}
    </>
  );
}
