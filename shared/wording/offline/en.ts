import { formatsOf } from "../format.ts";
import type { OfflineWording } from "./zh.ts";

const f = formatsOf("en");

const HOUR_MS = 3_600_000;

const ago = (ms: number): string => {
  if (ms < 120_000) return "just now";
  if (ms < HOUR_MS) return `${Math.floor(ms / 60_000)} min ago`;
  if (ms < 48 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} h ago`;
  return `${Math.floor(ms / 24 / HOUR_MS)} days ago`;
};

/** A moment of today by its time, any other with its day. */
const when = (at: number, now: number): string =>
  f.date(at) === f.date(now) ? f.time(at) : `${f.monthDay(at)}, ${f.time(at)}`;

/** How long, roughly. */
const length = (ms: number): string => {
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / 60_000)} min`;
  if (ms < 48 * HOUR_MS) return `${Math.round(ms / HOUR_MS)} h`;
  return `${Math.round(ms / 24 / HOUR_MS)} days`;
};

export const en: OfflineWording = {
  indicator: {
    none: "Offline work",
    waiting: (count) => `${f.count(count)} to send`,
    tasks: (count) => `${f.count(count)} to settle`,
  },
  banner: {
    title: "No network",
    titleSince: (at, now) => `No network since ${when(at, now)}`,
    pricesShort: (at, now) => `Prices of ${when(at, now)}`,
    pricesNone: "No goods on this device, use quick amounts",
    rulesShort: (version) => `rules version ${version}`,
    more: "What this till goes by",
    last: "Last connected",
    prices: "Prices",
    rules: "Rules",
    unknown: "Not known",
    at: (at, ms) => `${f.dateTime(at)} (${ago(ms)})`,
    rulesAt: (version, at, ms) => `Version ${version}, ${f.dateTime(at)} (${ago(ms)})`,
    works: "Ring up and enrol as usual; all is booked once the network is back.",
    returnsNone: "No list without network",
    returnsLater: "Sales are listed by themselves once the network is back.",
    budgetLater: "shown once connected",
    waits: {
      returns: "Returns need the network. Keep the receipt and return it later.",
      claims: "Gifts need the network. Ask the member to come back; no ticket is lost by it.",
      budget: "Store points need the network: the budget is checked on the spot.",
      card: "Another card needs the network: the member has to be recognised.",
      offset: "Points cannot pay offline. This sale still earns.",
    },
  },
  clock: {
    title: "This device's clock is wrong",
    fast: (ms) => `${length(ms)} fast: please set it right.`,
    slow: (ms) => `${length(ms)} slow: please set it right.`,
    fastShort: (ms) => `Clock ${length(ms)} fast`,
    slowShort: (ms) => `Clock ${length(ms)} slow`,
    hint: "Sales go by the server's time as last heard.",
  },
  member: {
    card: (digits) => `Card ${digits}`,
    code: "E-card",
    readAt: (at) => `scanned ${f.time(at)}`,
    typedAt: (at) => `typed ${f.time(at)}`,
    hint: "Not checked: list prices now, points once booked.",
    phone: "Phone numbers need the network. Scan the code or type the 16-digit card number.",
    typeHint: "16 digits of a card (phone numbers need the network)",
    again: "Check again",
    later: "once booked",
  },
  signIn: {
    title: "No network",
    hint:
      "Whoever signed in here in the last 12 hours can unlock with the same PIN, ring up and enrol. The PIN is checked again when the network is back.",
    waiting: (count) =>
      `${f.count(count)} ${
        f.plural(count, { one: "operation waits", other: "operations wait" })
      } to be sent; sign in and they are booked.`,
    sending: (count) => `Sending the last ${f.count(count)}, also while the counter is locked.`,
    may: "Can unlock offline",
    mayNot: "Needs the network",
    unknown: "Without network only people who signed in here in the last 12 hours can unlock",
    unknownHint: "Ask somebody marked “Can unlock offline”, or wait for the network.",
  },
  kept: {
    title: "Paid, to be booked",
    hint: "Kept on this device and booked once when the network is back, even after a restart.",
    member: (who) => `${who}: points follow`,
    nobody: "No member, no points",
    paper: "Receipt made offline",
    paperHint: "Points follow when the network is back",
    enrolled: "Noted, card to follow",
    enrolledHint:
      "The card is issued when the network is back; its number appears under “Offline work”. The member signs in to the e-card with the phone number.",
    phoneMissing: "Without network a phone number is needed: the member signs in with it later",
    unsure: "No answer came. The queue finds out under the same key; nothing is booked twice.",
  },
  screen: {
    title: "Offline work",
    lead:
      "What is done without network is kept here and sent once, in order. What arrives within 72 hours is booked at the prices and rules of its moment.",
    queue: "Queue of this device",
    tasks: "To settle",
    ended: "Settled lately",
    empty: "Nothing waits to be sent",
    emptyHint: "Sales and enrolments made without network are listed here and sent by themselves.",
    noTasks: "Nothing was refused",
    noTasksHint: "What cannot be booked comes here, to be booked by hand or dismissed.",
    needsNetwork: "Tasks are kept at head office and show when the network is back.",
    more: (count) => `${f.count(count)} more`,
    progress: (left) => `${f.count(left)} left`,
    sending: "Sending",
    waitsForNetwork: "Waiting for the network",
    waitsForPerson: "Sent after sign-in",
    oldest: (at) => `Oldest ${f.dateTime(at)}`,
    overdueSoon: (at) => `Connect before ${f.dateTime(at)}; later the store manager has to book it`,
    from: (terminal) => `from ${terminal}`,
    refresh: "Refresh",
  },
  states: {
    waiting: "Waiting",
    sending: "Sending",
    booked: "Booked",
    dismissed: "Dismissed",
    refused: "Refused",
    task: "With the staff",
  },
  left: {
    unsent: (count) =>
      `${f.count(count)} ${
        f.plural(count, { one: "operation was", other: "operations were" })
      } not sent`,
    unsentHint:
      "They stay on this device and go to no other store. Pair it again as a counter and sign in: under “Offline work” they can be read, exported and booked by hand.",
    title: "Left from an earlier pairing",
    hint:
      "Done on this device for the earlier store. They are not booked and are not sent from here: book them by hand at that store, then end them.",
    export: "Export",
    end: "End",
    ended: (by, reason) => `${by} ended it: ${reason}`,
    allEnded:
      "All ended. They stay listed for three days or until cleared, and go with this pairing.",
    clear: "Clear what is ended",
    endTitle: (label) => `End ${label}?`,
    endHint:
      "Book it at the earlier store first, or make sure that it need not be. Its content is thrown away here; the reason stays listed for three days.",
    reasons: ["Booked at the earlier store", "Customer returned it", "Entered twice"],
    unknown: "From a terminal that is not known any more",
    nobody: "No member",
    member: (who) => `Member: ${who}`,
    unreadable: "It cannot be read",
    phone: (digits) => `Phone ${digits}`,
    file: "not-sent",
  },
  kinds: { sale: "Sale", enrolment: "Enrolment", join: "Joining at a kiosk" },
  result: {
    earned: (points) => `Points ${f.signed(points)}`,
    card: (number) => `Card ${number}`,
  },
  task: {
    book: "Book",
    dismiss: "Dismiss",
    bookTitle: {
      sale: (label) => `Book sale ${label}`,
      enrolment: (label) => `Enrol ${label}`,
      join: (label) => `Join ${label}`,
    },
    dismissTitle: {
      sale: (label) => `Dismiss sale ${label}?`,
      enrolment: (label) => `Dismiss the enrolment of ${label}?`,
      join: (label) => `Dismiss the joining of ${label}?`,
    },
    sku: (sku) => `Item ${sku}`,
    dismissHint: "It will not be booked and brings no points.",
    whose: "Whose sale",
    same: "Same member",
    other: "Another member",
    nobody: "Nobody",
    number: "Card, phone or member code",
    find: "Find",
    found: (name) => `For ${name}`,
    phone: "Phone",
    name: "Name",
    withoutInvite: "Without the invitation",
    goodsHint: "is not in the system. Say what it was; the amount stays.",
    goodsBy: "What it was",
    byProduct: "Another product",
    byCategory: "Only its category",
    productCode: "Barcode or item number",
    findProduct: "Find",
    noProduct: "No such product: try another number, or its category",
    foundProduct: (name) => `Booked as ${name}`,
    category: "Category",
    chooseCategory: "Choose a category",
    noOffset: (points) =>
      `Points (${f.count(points)}) were to pay a part. None are taken now: check what was paid.`,
    newNumber: "It is booked under a new order number.",
    reason: "Reason",
    reasonHint: "Goes into the log",
    reasons: {
      book: {
        sale: [
          "Member showed a valid card",
          "Checked against the receipt",
          "Customer wants no points",
        ],
        enrolment: ["Number checked with the customer", "Without the invitation", "Checked again"],
        join: [],
      },
      dismiss: {
        sale: ["Customer returned it", "Booked elsewhere already", "Entered twice"],
        enrolment: ["A member already", "Does not want to join", "Entered twice"],
        join: ["A member already", "Wrong number", "Entered twice"],
      },
    },
    booked: "Booked",
    dismissed: "Dismissed",
    ended: {
      booked: (by, reason) => `${by} booked it: ${reason}`,
      dismissed: (by, reason) => `${by} dismissed it: ${reason}`,
    },
  },
  join: {
    title: "Leave your number to join",
    lead:
      "There is no network just now. Leave your number: a text follows when it is back, and you confirm with it.",
    phone: "Phone number",
    phoneWrong: "Please enter the 11 digits",
    terms: "I agree to the terms and to one text to this number",
    go: "Submit",
    done: "Noted",
    doneHint:
      "A text follows when the network is back. Confirm within 7 days; without it you do not become a member.",
    finish: "Finish",
    cannot: "Balances and gifts wait for the network.",
  },
  away: {
    title: "No network: cards cannot be looked up just now",
    members: "Members",
    hint: "Please come back shortly, or ask at the service desk.",
    others: "Not a member yet?",
    joinHint: "Leave your number; a text follows when the network is back.",
    leave: "Leave your number",
  },
};
