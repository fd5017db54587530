import type { ParametersWording } from "./zh.ts";

/** English of the general parameters. */
export const en: ParametersWording = {
  title: "Parameters",
  lead:
    "What holds for the whole brand. Changes take effect with the next request, and the log keeps who changed what.",
  save: "Save",
  saved: "Parameters saved",
  groups: {
    points: "Points",
    sales: "Returns",
    security: "Codes and PINs",
    approvals: "Approvals",
    terminals: "Terminals",
    messages: "Messages",
  },
  names: {
    returnWindowDays: "Returns are taken for (days)",
    codeTries: "Wrong tries of a one-time code",
    pinTries: "Wrong tries of a PIN",
    pinLockMinutes: "A PIN then locks for (minutes)",
    claimDays: "Days a gift is kept, unless it says otherwise",
    adjustmentAloneMax: "Points by hand: more always needs a second person",
    publishNeedsSecond: "New rules need a second person",
    approvalDays: "Days a request stays open",
    kioskIdleSeconds: "A kiosk asks after (seconds without a touch)",
    counterLockMinutes: "A counter locks after (minutes without a touch)",
    hundredPointsFen: "What 100 points are worth (fen)",
    pointsNameZh: "Chinese name of the points",
    pointsNameEn: "English name of the points",
    messagesOff: "Messages to members",
  },
  hints: {
    returnWindowDays: "Empty: without limit",
    codeTries: "3 to 5",
    pinTries: "3 to 5, for members and staff",
    pinLockMinutes: "15 to 1440",
    hundredPointsFen: "For what-if and liability: 100 fen are 1 yuan",
    claimDays: "Filled in for a new gift; each can differ",
    adjustmentAloneMax: "Empty: the role's limit decides",
    approvalDays: "What nobody decided by then lapses",
    kioskIdleSeconds: "20 to 300",
    counterLockMinutes: "1 to 30",
    pointsNameZh: "Shown on members' phones",
  },
  messages: {
    points: "Points earned and spent",
    claims: "Gifts",
    lapse: "Reminders of points that lapse",
    offers: "Campaigns and offers",
  },
  messagesHint: "What is off is sent to nobody; codes and security messages always go.",
};
