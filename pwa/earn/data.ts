import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  checkIn,
  claimProfileGrant,
  openReferral,
  shareItem,
  showEarn,
} from "../../shared/grants/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { answerSurvey, showMySurvey } from "../../shared/surveys/endpoints.ts";
import type { Answers } from "../../shared/surveys/survey.ts";
import { toast } from "../../shared/ui/index.ts";
import { me, member, whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { BASE } from "../shell/base.ts";
import { once } from "../shell/command.ts";
import { openResource, type Resource } from "../shell/resource.ts";
import { browserMark } from "./browser-mark.ts";
import { earnWords } from "./words.ts";

export type Earn = AnswerOf<typeof showEarn>;
export type MySurvey = AnswerOf<typeof showMySurvey>;

/** Ways to earn, and how far the member is with each. */
export const earn = openResource(() => ask(showEarn, {}), "earn");

const surveys = new Map<string, Resource<MySurvey>>();

/** One survey; asked for anew each time the page is opened. */
export function survey(id: string): Resource<MySurvey> {
  const known = surveys.get(id);
  if (known) return known;
  const opened = openResource<MySurvey>(() => ask(showMySurvey, { params: { survey: id } }));
  surveys.set(id, opened);
  return opened;
}

whenLeaving(() => {
  earn.reset();
  surveys.clear();
});

const both = () => Promise.all([earn.load(), me.load()]);

/** Checks in for today. @throws Problem, Unreachable */
export async function checkInToday(today: string): Promise<AnswerOf<typeof checkIn>> {
  const answer = await once(`check-in:${today}`, (key) => ask(checkIn, { body: {}, key }));
  await both();
  return answer;
}

/** Collects the points for a complete profile. @throws Problem, Unreachable */
export async function collectProfile(): Promise<AnswerOf<typeof claimProfileGrant>> {
  const answer = await once("profile-grant", (key) => ask(claimProfileGrant, { body: {}, key }));
  await both();
  return answer;
}

/** After a change of the profile: what is due is collected and said. Silent where nothing is. */
export async function collectIfComplete(): Promise<void> {
  try {
    const { points, again } = await collectProfile();
    if (!again) toast(earnWords.value.earn.got(points), "good");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** Sends the answers. @throws Problem, Unreachable */
export async function sendAnswers(
  id: string,
  answers: Answers,
): Promise<AnswerOf<typeof answerSurvey>> {
  const answer = await once(
    `survey:${id}`,
    (key) => ask(answerSurvey, { params: { survey: id }, body: { answers }, key }),
  );
  await both();
  return answer;
}

/** The member's own invitation. @throws Problem, Unreachable */
export async function ownInvitation(): Promise<{ code: string; link: string }> {
  const { code } = await ask(openReferral, { body: { mark: browserMark() } });
  const brandId = member.value?.brandId ?? "";
  const link = `${location.origin}${BASE}?invite=${code}&brand=${encodeURIComponent(brandId)}`;
  return { code, link };
}

/** A link to a gift or the card. @throws Problem, Unreachable */
export async function shareLinkOf(
  item: { kind: "card" } | { kind: "gift"; giftId: string },
): Promise<string> {
  const { code } = await ask(shareItem, { body: { ...item, mark: browserMark() } });
  return `${location.origin}${BASE}s/${code}`;
}
