import { SearchX } from "lucide-preact";
import { EmptyState } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { SurveyEditor } from "./survey-editor.tsx";
import { ResultsPage } from "./results-page.tsx";
import { useSurvey } from "./use-surveys.ts";
import { words } from "./words.ts";

/** One survey: a draft is written, a published one read. */
export function SurveyScreen(props: { survey?: string }) {
  const t = words.value;
  const back = { href: "/console/surveys", label: t.back };
  const fresh = props.survey === "new";
  const loaded = useSurvey(fresh ? null : props.survey ?? "");
  if (fresh && mayI("survey.manage")) {
    return <SurveyEditor key="new" survey={undefined} back={back} onChanged={loaded.put} />;
  }
  const { data, failure } = loaded;
  const lost = fresh || (failure?.kind === "refused" && failure.problem.code === "not-found");
  if (lost) {
    return (
      <Page title={t.lostTitle} back={back}>
        <EmptyState icon={<SearchX />} title={t.lostText} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={t.title} back={back}>
        <WhenLoaded from={loaded}>{() => null}</WhenLoaded>
      </Page>
    );
  }
  return data.state === "draft"
    ? <SurveyEditor key={data.id} survey={data} back={back} onChanged={loaded.put} />
    : <ResultsPage key={data.id} survey={data} back={back} onChanged={loaded.put} />;
}
