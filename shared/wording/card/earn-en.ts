import { formatsOf } from "../format.ts";
import type { EarnWording } from "./earn-zh.ts";

const f = formatsOf("en");
const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;
const days = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "day", other: "days" })}`;

export const earnEn: EarnWording = {
  earn: {
    title: "Earn points",
    monthLead: (count) => `${points(count)} earned this way this month`,
    nothing: "Nothing on offer right now",
    nothingHint: "Purchases earn as always; new ways to earn will show up here.",
    ways: "More ways",
    plus: (count) => `+${f.count(count)}`,
    checkInTitle: "Daily check-in",
    streak: (count) => `${days(count)} in a row`,
    streakNone: "Start today: days in a row bring more",
    checkIn: (count) => `Check in for ${points(count)}`,
    checkedIn: "Checked in today",
    tomorrow: (count) => `Come back tomorrow for ${points(count)}`,
    day: (day) => `Day ${f.count(day)}`,
    dayDone: (day, count) => `Day ${day}, ${points(count)} received`,
    dayToday: (day, count) => `Day ${day}, ${points(count)} today`,
    dayAhead: (day, count) => `Day ${day}, ${points(count)} to come`,
    got: (count) => `${points(count)} for you`,
    repaid: (count) => `${points(count)} of it paid off what was owed`,
    calendar: "Check-in calendar",
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    calendarDone: (day) => `${f.day(day)}, checked in`,
    surveys: "Surveys",
    surveyMeta: (questions, closesAt) =>
      `${f.count(questions)} ${
        f.plural(questions, { one: "question", other: "questions" })
      } · until ${f.monthDay(closesAt - 1)}`,
    answered: "Answered",
    profile: "Complete your profile",
    profileMissing: (parts) => `Still missing: ${parts.join(", ")}`,
    profileReady: "All filled in: tap to collect",
    profileDone: "Collected",
    parts: { name: "name", phone: "phone", birthday: "birthday", sex: "sex" },
    referral: "Invite a friend",
    referralHint: (mine, theirs) => `${points(mine)} for you, ${points(theirs)} for them`,
    share: "Share a gift",
    shareHint: (count, most) =>
      `${points(count)} each time a friend opens it, up to ${f.count(most)} a day`,
    shareToday: (count, most) => `${count} of ${most} today`,
    shareCard: "Share the card",
    shareText: (brand) => `${brand} card: shop, collect points, choose gifts`,
    shareGift: "Share with a friend",
    shareGiftText: (name) => `${name}: yours for points. Have a look`,
    birthday: "Birthday gift",
    birthdayOn: (day) => `On ${f.day(day)}, comes by itself`,
    birthdayWhen: {
      day: "Comes by itself on your birthday",
      week: "Comes by itself in the week of your birthday",
      month: "Comes by itself in the month of your birthday",
    },
    birthdayUnknown: "Tell us your birthday and it comes by itself",
    festivalOn: (day) => `On ${f.day(day)}, comes by itself`,
    festivalGift: (name) => `${name} gift`,
  },
  survey: {
    optional: "optional",
    chooseOne: "Choose one",
    chooseMany: (most) => most === null ? "Choose any" : `Choose up to ${most}`,
    rate: (top) => `1 is lowest, ${top} is highest`,
    textHint: (left) => `${f.count(left)} characters left`,
    submit: (count) => count > 0 ? `Send and collect ${points(count)}` : "Send",
    progress: (done, of) => `${done} of ${of} answered`,
    missing: "Please answer this one",
    thanks: "Thank you for your answers",
    thanksHint: "They help us do better.",
    thanksPoints: (count) => `${points(count)} for you`,
    back: "Back to earning points",
    answered: "You have answered this survey already",
    closed: "The survey is closed",
    closedHint: "Have a look at the others.",
    anonymous: "Results show no names",
  },
  referral: {
    title: "Invite a friend",
    lead: (mine, theirs) =>
      `Once your friend has joined and shopped: ${points(mine)} for you, ${
        points(theirs)
      } for them`,
    rule: (minFen, waitDays, most) =>
      [
        minFen > 0
          ? `First purchase of ${f.moneyShort(minFen)} or more`
          : "First purchase of any amount",
        waitDays > 0
          ? `paid when it was not returned for ${days(waitDays)}`
          : "paid at once, taken back on a return",
        `up to ${f.count(most)} friends a month`,
      ].join("; "),
    code: "My invitation code",
    qr: "Invitation QR code: friends scan it to join",
    qrHint: "Let a friend scan it, or say the code at the counter",
    send: "Send to a friend",
    copy: "Copy the link",
    copied: "Link copied",
    copyFailed: "Cannot copy: press and hold the link",
    text: (brand, count) => `I use the ${brand} card. ${points(count)} for you when you join here:`,
    friends: "My invitations",
    noFriends: "No friend has joined yet",
    noFriendsHint: "Let a friend scan the code.",
    month: (paid, most) => `${paid} of ${most} this month`,
    states: {
      "waits-for-purchase": "Waiting for the first purchase",
      "waits-until": "Shopped, points on their way",
      "paid": "Paid",
      "capped": "Over this month's limit",
      "taken-back": "Returned, taken back",
    },
    until: (at) => `on ${f.monthDay(at)}`,
    joined: (at) => `joined ${f.monthDay(at)}`,
  },
  shared: {
    from: (name) => `${name} shared this with you`,
    points: (count) => `Yours for ${points(count)}`,
    card: "Shop, collect points, choose gifts",
    join: "Get the card, free",
    look: "Have a look",
    gone: "This link no longer works",
    goneHint: "You can still get the card and see the gifts.",
  },
};
