import { expect, test } from "vitest";
import { endOfDay, startOfDay } from "../../shared/business-day.ts";
import { SurveyBody } from "../../shared/surveys/survey.ts";
import {
  bodyFrom,
  draftFrom,
  emptyOption,
  emptyQuestion,
  emptySurvey,
  isWrong,
  moved,
} from "./draft.ts";

const body: SurveyBody = {
  titleZh: "生鲜区，您最看重什么？",
  titleEn: "",
  introZh: "",
  introEn: "",
  questions: [
    {
      kind: "multiple",
      id: "q1",
      zh: "看重哪些",
      en: "",
      required: true,
      most: 2,
      options: [{ id: "o1", zh: "新鲜", en: "" }, { id: "o2", zh: "价格", en: "" }],
    },
    { kind: "rating", id: "q2", zh: "打分", en: "", required: false, top: "10" },
    { kind: "text", id: "q3", zh: "想说的", en: "", required: false },
  ],
  points: 20,
  tierIds: ["tie_gold"],
  tags: ["老客户", "社区"],
  opensAt: startOfDay("2026-11-22"),
  closesAt: endOfDay("2026-12-01"),
};

test("what was saved comes back as it was", () => {
  expect(bodyFrom(draftFrom(body))).toEqual(body);
  expect(draftFrom(body).closesAt).toBe("2026-12-01");
});

test("an empty survey is not sent, and says which question is wrong", () => {
  const draft = emptySurvey("2026-11-22");
  expect(SurveyBody.safeParse(bodyFrom(draft)).success).toBe(false);
  expect(isWrong(draft.questions[0]!)).toBe(true);
  expect(isWrong(draftFrom(body).questions[0]!)).toBe(false);
  expect(isWrong({ ...draftFrom(body).questions[0]!, most: "abc" })).toBe(true);
});

test("new questions and choices get ids that are free", () => {
  expect(emptyQuestion([{ id: "q1" }, { id: "q3" }]).id).toBe("q2");
  expect(emptyOption([{ id: "o1" }, { id: "o2" }]).id).toBe("o3");
});

test("a list put in order", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});
