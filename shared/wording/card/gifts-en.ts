import { formatsOf } from "../format.ts";
import type { GiftsWording } from "./gifts-zh.ts";

const f = formatsOf("en");
const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;
const tries = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "try", other: "tries" })} left`;
const days = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "day", other: "days" })}`;

/** English of gifts and claims on the phone. */
export const giftsEn: GiftsWording = {
  gifts: {
    title: "Gifts",
    views: "View",
    all: "All gifts",
    mine: "My claims",
    store: "Pick-up store",
    chooseStore: "Choose a pick-up store",
    price: (count) => points(count),
    market: (money) => `Worth ${money}`,
    stock: (count) => count > 20 ? "In stock" : `${f.count(count)} left`,
    soldOut: "Gone",
    virtual: "Instant",
    service: "In store",
    ready: "Yours to claim",
    short: (missing) => `${points(missing)} to go`,
    tierNeeded: "Higher tier needed",
    closed: "Not on offer now",
    limit: "Limit reached",
    notNow: "Not available",
    until: (at) => `Until ${f.dateTime(at)}`,
    from: (at) => `From ${f.dateTime(at)}`,
    perMember: (count) => `At most ${f.count(count)} per member`,
    pickUp: (count) => `Pick up within ${days(count)}; otherwise the points come back`,
    spendable: (count) => `${points(count)} to spend`,
    empty: "No gifts at this store right now",
    emptyHint: "Have a look at another store.",
    claimsEmpty: "No gifts claimed yet",
    claimsEmptyHint: "Save up and choose something you like.",
    browse: "See the gifts",
    redeem: "Claim it",
    confirmTitle: "Confirm",
    pay: "Points to pay",
    left: "Left afterwards",
    pinAsk: "Enter your 6-digit PIN",
    pinTriesLeft: (count) => `That PIN is wrong, ${tries(count)}`,
    pinNeeded: "Set a PIN before you claim",
    pinSet: "Set a PIN",
    claimed: "It is yours",
    unknownTitle: "Connection lost, outcome unknown",
    unknownHint: "Going on continues the same claim; points are never taken twice.",
    again: "Go on with this claim",
  },
  claim: {
    title: "Claim",
    qr: "Claim code for the staff to scan",
    code: "Claim code",
    states: {
      open: "Ready to pick up",
      "handed-over": "Picked up",
      cancelled: "Cancelled",
      lapsed: "Expired",
    },
    returned: "The points went back to their lots",
    show: "Show this in the store; staff scan it and hand the gift over",
    store: "Pick-up store",
    expires: "Pick up by",
    paid: "Points paid",
    claimedAt: "Claimed",
    endedAt: "Completed",
    cancel: "Cancel this claim",
    cancelTitle: "Cancel this claim?",
    cancelHint: (count) =>
      count === 0
        ? "The gift goes back to the shelf."
        : `${points(count)} go back to their lots; their expiry stays the same.`,
    cancelKeep: "Keep it",
    cancelled: "Cancelled, your points are back",
    missing: "This claim was not found",
  },
};
