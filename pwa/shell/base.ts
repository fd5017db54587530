/** Path under which the e-card is served, with both slashes: "/card/". */
export const BASE = import.meta.env.BASE_URL;

/** The page rooms live in, without the last slash for the card itself. */
export const PATHS = {
  card: BASE,
  points: `${BASE}points`,
  entry: (journalId: string) => `${BASE}points/${journalId}`,
  gifts: `${BASE}gifts`,
  gift: (giftId: string) => `${BASE}gifts/${giftId}`,
  claims: `${BASE}claims`,
  claim: (claimId: string) => `${BASE}claims/${claimId}`,
  tiers: `${BASE}tiers`,
  transfers: `${BASE}transfers`,
  earn: `${BASE}earn`,
  programme: `${BASE}earn/rules`,
  survey: (surveyId: string) => `${BASE}earn/surveys/${surveyId}`,
  invite: `${BASE}earn/invite`,
  me: `${BASE}me`,
  profile: `${BASE}profile`,
  pin: `${BASE}pin`,
  devices: `${BASE}devices`,
  notices: `${BASE}notices`,
};
