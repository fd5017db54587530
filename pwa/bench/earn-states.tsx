import type { Earn } from "../earn/data.ts";
import { EarnView, type EarnViewProps } from "../earn/earn-view.tsx";
import { InviteView } from "../earn/invite-view.tsx";
import { SharedView } from "../earn/shared-view.tsx";
import { SurveyView, type SurveyViewProps } from "../earn/survey-view.tsx";
import { data, earned, survey, today } from "./earnings.ts";
import { failed, here, kept, offlineEmpty, waiting } from "./people.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};

const earn = (more: Partial<EarnViewProps> = {}) => (
  <EarnView
    earn={here(data)}
    busy={null}
    onRetry={nothing}
    onCheckIn={nothing}
    onCollectProfile={nothing}
    onShareCard={nothing}
    {...more}
  />
);

const done: Earn = {
  ...data,
  checkIn: earned({ day: today, streak: 7 }),
  profile: { points: 20, missing: [], done: true },
  surveys: [],
};

const asked = (more: Partial<SurveyViewProps> = {}) => (
  <SurveyView
    survey={here(survey)}
    busy={false}
    trouble={null}
    done={null}
    onRetry={nothing}
    onSend={nothing}
    {...more}
  />
);

const link = {
  code: "7KQ2M9XA",
  link: "/card/?invite=7KQ2M9XA&brand=brd_0190000001",
};

const invite = (more: Partial<Parameters<typeof InviteView>[0]> = {}) => (
  <InviteView
    earn={here(data)}
    invitation={here(link)}
    onRetry={nothing}
    onSend={nothing}
    onCopy={nothing}
    {...more}
  />
);

const empty: Earn = {
  ...data,
  monthPoints: 0,
  checkIn: null,
  surveys: [],
  profile: null,
  referral: null,
  share: null,
  birthday: null,
  festivals: [],
};

const gift = {
  kind: "gift" as const,
  giftId: "gft_0190000001",
  nameZh: "五常大米 5kg",
  nameEn: "Wuchang rice 5 kg",
  points: 3_000,
  picture: null,
  brandId: "brd_0190000001",
  sharerNameMasked: "林**",
  referralCode: "7KQ2M9XA",
};

/** Earning without buying, surveys, invitations and shared links. */
export const earnStates: BenchState[] = [
  { name: "earn", draw: () => earn() },
  { name: "earn-done", draw: () => earn({ earn: here(done) }) },
  {
    name: "earn-first-day",
    draw: () => earn({ earn: here({ ...data, monthPoints: 0, checkIn: earned(null) }) }),
  },
  { name: "earn-calendar", draw: () => earn({ earn: here(done), calendar: true }) },
  { name: "earn-busy", draw: () => earn({ busy: "check-in" }) },
  { name: "earn-empty", draw: () => earn({ earn: here(empty) }) },
  { name: "earn-loading", draw: () => earn({ earn: waiting }) },
  { name: "earn-offline-kept", draw: () => earn({ earn: kept(data) }) },
  { name: "earn-offline", draw: () => earn({ earn: offlineEmpty }) },
  { name: "earn-failed", draw: () => earn({ earn: failed }) },
  { name: "survey", draw: () => asked() },
  {
    name: "survey-wrong",
    draw: () => asked({ begun: { answers: { often: ["b"], care: ["a", "b", "c"] }, tried: true } }),
  },
  {
    name: "survey-refused",
    draw: () => asked({ trouble: { ...failed.trouble, code: "survey-closed" } }),
  },
  { name: "survey-thanks", draw: () => asked({ done: 20 }) },
  { name: "survey-answered", draw: () => asked({ survey: here({ ...survey, answered: true }) }) },
  {
    name: "survey-closed",
    draw: () =>
      asked({ survey: { ...failed, trouble: { ...failed.trouble, code: "survey-closed" } } }),
  },
  { name: "survey-loading", draw: () => asked({ survey: waiting }) },
  { name: "invite", draw: () => invite() },
  {
    name: "invite-nobody",
    draw: () => invite({ earn: here({ ...data, referral: { ...data.referral!, friends: [] } }) }),
  },
  { name: "invite-offline", draw: () => invite({ earn: kept(data), invitation: offlineEmpty }) },
  {
    name: "shared-gift",
    outside: true,
    draw: () => <SharedView shared={here(gift)} inside={false} onRetry={nothing} />,
  },
  {
    name: "shared-gone",
    outside: true,
    draw: () => (
      <SharedView
        shared={{ ...failed, trouble: { ...failed.trouble, code: "not-found" } }}
        inside={false}
        onRetry={nothing}
      />
    ),
  },
];
