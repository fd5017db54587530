/** Statements of the surveys room. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type SurveyRow = {
  id: string;
  brand_id: string;
  title_zh: string;
  title_en: string;
  intro_zh: string;
  intro_en: string;
  /** JSON, Question[]. */
  questions: string;
  points: number;
  tier_ids: string;
  tags: string;
  opens_at: number;
  closes_at: number;
  state: "draft" | "published" | "closed";
  revision: number;
  published_at: number | null;
  answers: number;
};

/** Rows in a page, which is asked for with one more; `limit` takes a constant alone. */
export const surveysMax = 30;
export const answersMax = 500;

const columns = `s.id, s.brand_id, s.title_zh, s.title_en, s.intro_zh, s.intro_en, s.questions,
  s.points, s.tier_ids, s.tags, s.opens_at, s.closes_at, s.state, s.revision, s.published_at,
  (select coalesce(max(a.n), 0) from survey_answer a where a.survey_id = s.id) as answers`;

export const surveyById = reading<[id: string], SurveyRow>(
  "survey by id",
  `select j.key as n, ${columns} from json_each(?1) j join survey s on s.id = j.value->>0`,
);

/** Newest first, a page before an id. */
export const surveysOfBrand = reading<[brandId: string, before: string], SurveyRow>(
  "surveys of a brand",
  `select j.key as n, ${columns} from json_each(?1) j join survey s on s.id in (
     select x.id from survey x where x.brand_id = j.value->>0 and x.id < j.value->>1
     order by x.id desc limit ${surveysMax + 1})
   order by j.key, s.id desc`,
);

/** Surveys of a brand that are open at an instant, with whether a member has answered. */
export const openSurveys = reading<
  [brandId: string, now: number, memberId: string],
  SurveyRow & { answered: 0 | 1 }
>(
  "open surveys",
  `select j.key as n, ${columns}, exists (select 1 from survey_answer a
     where a.survey_id = s.id and a.member_id = j.value->>2) as answered
   from json_each(?1) j join survey s on s.brand_id = j.value->>0 and s.state = 'published'
     and s.opens_at <= j.value->>1 and s.closes_at > j.value->>1
   order by j.key, s.closes_at, s.id`,
);

export const answerOf = reading<[surveyId: string, memberId: string], { at: number }>(
  "answer of a member",
  `select j.key as n, a.at from json_each(?1) j join survey_answer a
     on a.survey_id = j.value->>0 and a.member_id = j.value->>1`,
);

type Written = {
  id: string;
  title_zh: string;
  title_en: string;
  intro_zh: string;
  intro_en: string;
  questions: string;
  points: number;
  tier_ids: string;
  tags: string;
  opens_at: number;
  closes_at: number;
};

const written = [
  "title_zh",
  "title_en",
  "intro_zh",
  "intro_en",
  "questions",
  "points",
  "tier_ids",
  "tags",
  "opens_at",
  "closes_at",
] as const;

export const insertSurvey = inserting<
  Written & { brand_id: string; created_by: string | null; created_at: number }
>("survey", ranks.cause, ["id", ...written, "brand_id", "created_by", "created_at"]);

/** A revision that has passed leaves null behind, which the column refuses. */
const next = (at: number) =>
  `revision = case when survey.revision = j.value->>${at} then survey.revision + 1 end`;

export const changeSurveyRow = writing<Written & { revision: number }>(
  "change survey",
  ranks.change,
  ["id", ...written, "revision"],
  `update survey set ${written.map((name, i) => `${name} = j.value->>${i + 1}`).join(", ")}, ${
    next(written.length + 1)
  } from json_each(?1) j where survey.id = j.value->>0`,
);

export const setSurveyState = writing<{
  id: string;
  state: "published" | "closed";
  published_at: number | null;
  revision: number;
}>(
  "set survey state",
  ranks.change,
  ["id", "state", "published_at", "revision"],
  `update survey set state = j.value->>1,
     published_at = coalesce(survey.published_at, j.value->>2), ${next(3)}
   from json_each(?1) j where survey.id = j.value->>0`,
);

/** `n` numbers the answers of a survey, so that a list is paged without names. */
export const insertAnswer = writing<{
  survey_id: string;
  member_id: string;
  answers: string;
  points: number;
  journal_id: string | null;
  at: number;
}>(
  "insert survey answer",
  ranks.causeLine,
  ["survey_id", "member_id", "answers", "points", "journal_id", "at"],
  `insert into survey_answer (survey_id, member_id, answers, points, journal_id, at, n)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5,
     (select coalesce(max(a.n), 0) from survey_answer a where a.survey_id = j.value->>0)
       + row_number() over (partition by j.value->>0 order by j.key)
   from json_each(?1) j where true order by j.key`,
);

/** How often each thing was answered; texts are left out. */
export const countsOf = reading<
  [surveyId: string],
  { question: string; choice: string; times: number }
>(
  "counts of a survey",
  `select j.key as n, q.key as question, c.value as choice, count(*) as times
   from json_each(?1) j join survey_answer a on a.survey_id = j.value->>0
   join json_each(a.answers) q join json_each(q.value) c
   where q.key in (select x.value->>'id' from survey s, json_each(s.questions) x
     where s.id = j.value->>0 and x.value->>'kind' <> 'text')
   group by j.key, q.key, c.value`,
);

export const answeredOf = reading<[surveyId: string], { question: string; answered: number }>(
  "members who answered each question",
  `select j.key as n, q.key as question, count(*) as answered
   from json_each(?1) j join survey_answer a on a.survey_id = j.value->>0
   join json_each(a.answers) q group by j.key, q.key`,
);

export const pointsOf = reading<[surveyId: string], { points: number }>(
  "points given for a survey",
  `select j.key as n, coalesce(sum(a.points), 0) as points from json_each(?1) j
   join survey_answer a on a.survey_id = j.value->>0 group by j.key`,
);

export const answersAfter = reading<
  [surveyId: string, after: number],
  { number: number; at: number; answers: string }
>(
  "answers one by one",
  `select j.key as n, a.n as number, a.at, a.answers from json_each(?1) j
   join survey_answer a on a.survey_id = j.value->>0 and a.n in (select x.n from survey_answer x
     where x.survey_id = j.value->>0 and x.n > j.value->>1 order by x.n limit ${answersMax + 1})
   order by j.key, a.n`,
);
