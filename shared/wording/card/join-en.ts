import { formatsOf } from "../format.ts";
import type { JoinWording } from "./join-zh.ts";

const f = formatsOf("en");
const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;
const tries = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "try", other: "tries" })} left`;

/** English of signing in and enrolling. */
export const joinEn: JoinWording = {
  join: {
    welcome: "Welcome to Jifu",
    lead: "One card, good fortune every day",
    benefits: [
      "Your code works offline and renews every 15 seconds",
      "See exactly how each point was earned",
      "A reminder before points expire",
    ],
    brand: "Choose a brand",
    brandStores: (count) =>
      `${f.count(count)} ${f.plural(count, { one: "store", other: "stores" })}`,
    getCode: "Send me a code",
    phoneWrong: "Enter the 11 digits of your mobile number",
    codeTitle: "Enter the code",
    codeSent: (phone) => `Sent to ${phone}`,
    codeResend: "Send again",
    codeResendIn: (seconds) => `Send again in ${seconds} s`,
    codeTriesLeft: (count) => `That code is wrong, ${tries(count)}`,
    changePhone: "Use another number",
    profileTitle: "One last step",
    profileLead: "What shall we call you?",
    name: "Name",
    nameHint: "Used on receipts and in messages",
    nameMissing: "Please enter your name",
    birthday: "Birthday",
    birthdayHint: "You can change it later under “Me”",
    calendarSolar: "Gregorian",
    calendarLunar: "Lunar",
    calendarLabel: "Calendar",
    invite: "Invitation code",
    inviteHint: "The 8 characters your friend gave you",
    inviteWrong: "An invitation code has 8 letters and digits",
    invitedBy: (name) => `${name} invites you`,
    invitedPoints: (points) => `${f.count(points)} points for you after your first purchase`,
    leapMonth: "Born in a leap month",
    lunarMonth: "Lunar month",
    lunarDay: "Lunar day",
    notGiven: "not given",
    lunarMonths: Array.from({ length: 12 }, (_, index) => `Month ${index + 1}`),
    lunarDayName: (day) => `Day ${day}`,
    terms: "I have read and agree to the membership terms",
    termsOpen: "Read the terms",
    termsTitle: "Membership terms",
    termsMissing: "Please agree to the terms first",
    create: "Get my card",
    devicesTitle: "Signed in on three phones already",
    devicesLead: "Choose one to sign out, then go on here.",
    deviceSeen: (at) => `Last used ${f.dateTime(at)}`,
    deviceReplace: "Sign out and use this phone",
    deviceOut: "Sign out",
    doneTitle: (name) => `Welcome, ${name}`,
    donePoints: (count) => `A welcome gift of ${points(count)} is yours`,
    doneLead: "Show your code at the till to earn",
    showCard: "Show my card",
    backTitle: "Welcome back",
  },
  terms: [
    [
      "Earning",
      "Show your code when you pay in any store of the brand. Points follow the rules published that day; open any entry under “Points” to see the arithmetic.",
    ],
    [
      "Spending",
      "Points buy gifts. Those that expire first are used first. Points are not paid out in cash.",
    ],
    [
      "Expiry",
      "The expiry day of each lot is fixed when you earn it; later rules never bring it forward. We remind you before.",
    ],
    [
      "Returns",
      "When you return goods, the points they earned are taken back. What you have already spent becomes a points debt that later earning pays off first.",
    ],
    [
      "Your data",
      "Your number is stored encrypted and used for signing in, messages and recognising you in store. See and change your data under “Me”, or ask the service desk to close the account.",
    ],
  ],
};
