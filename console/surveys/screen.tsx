import { signal } from "@preact/signals";
import { ClipboardList, Plus } from "lucide-preact";
import { useLocation } from "preact-iso";
import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  formats,
  Table,
} from "../../shared/ui/index.ts";
import type { SurveyRow } from "../../shared/surveys/endpoints.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { usePlaces } from "../use-places.ts";
import { StateBadge } from "./state-badge.tsx";
import { inLang, useSurveys } from "./use-surveys.ts";
import { words } from "./words.ts";

const chosenBrand = signal<string | null>(null);
/** The page shown, by what came before it; the last is the one on screen. */
const pages = signal<string[]>([]);

/** All surveys of a brand: which are open, how many answered. */
export function SurveysScreen() {
  const t = words.value;
  const { brands } = usePlaces();
  const { route } = useLocation();
  const brandId = chosenBrand.value ?? brands[0]?.id ?? null;
  const loaded = useSurveys(brandId, pages.value.at(-1) ?? null);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={mayI("survey.manage") && (
        <ButtonLink variant="primary" icon={<Plus />} href="/console/surveys/new">
          {t.add}
        </ButtonLink>
      )}
    >
      <BrandChoice
        value={brandId}
        onChange={(id) => {
          chosenBrand.value = id;
          pages.value = [];
        }}
      />
      <WhenLoaded
        from={loaded}
        waiting={
          <Table
            caption={t.title}
            columns={columns()}
            rows={[]}
            rowKey={() => ""}
            loading
          />
        }
      >
        {({ surveys, nextBefore }) => (
          <>
            <Table
              caption={t.title}
              columns={columns()}
              rows={surveys}
              rowKey={(survey) => survey.id}
              onOpen={(survey) => route(`/console/surveys/${survey.id}`)}
              empty={
                <EmptyState icon={<ClipboardList />} title={t.noneTitle}>{t.noneText}</EmptyState>
              }
            />
            {nextBefore && (
              <Button onClick={() => pages.value = [...pages.value, nextBefore]}>{t.more}</Button>
            )}
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

const columns = (): Column<SurveyRow>[] => {
  const t = words.value;
  const f = formats.value;
  return [
    { key: "name", title: t.name, cell: (row) => inLang(row.titleZh, row.titleEn) },
    { key: "state", title: t.state, cell: (row) => <StateBadge survey={row} /> },
    { key: "period", title: t.period, cell: (row) => t.span(row.opensAt, row.closesAt) },
    {
      key: "points",
      title: t.points,
      numeric: true,
      cell: (row) => row.points > 0 ? <Badge tone="gold">+{f.count(row.points)}</Badge> : "0",
    },
    { key: "questions", title: t.questions, numeric: true, cell: (row) => row.questions },
    { key: "answers", title: t.answers, numeric: true, cell: (row) => f.count(row.answers) },
  ];
};
