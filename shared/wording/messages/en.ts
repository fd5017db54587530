import { carrierName } from "../carriers.ts";
import { formatsOf } from "../format.ts";
import type { MessagesWording } from "./zh.ts";

const f = formatsOf("en");

const points = (count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;
const lastDay = (lapsesAt: number): string => f.date(lapsesAt - 1);
const at = (store: string | undefined): string => store ? ` at ${store}` : "";

/** Texts of the messages that leave the house. */
export const en: MessagesWording = {
  "otp": ({ code, minutes, brandNameEn }) => ({
    title: "Your code",
    body: `${brandNameEn ?? "Jifu"}: your code is ${code}, valid for ${f.count(minutes)} ${
      f.plural(minutes, { one: "minute", other: "minutes" })
    }. Tell it to nobody; our staff will never ask for it.`,
  }),
  "join-asked": ({ brandNameEn }) => ({
    title: "Finish joining",
    body:
      `${brandNameEn}: somebody asked to join with this number at a kiosk. If it was you, sign ` +
      `in to the e-card with it within 7 days. If not, ignore this; you will not become a member.`,
  }),
  "device-added": ({ label, at }) => ({
    title: "A new phone signed in to your card",
    body: `“${label}” signed in to your membership card on ${f.dateTime(at)}. If this was not ` +
      `you, remove it under “My phones” in the card at once.`,
  }),
  "points-earned": ({ points: earned, balance, storeNameEn }) => ({
    title: `${f.signed(earned)} ${f.plural(earned, { one: "point", other: "points" })}`,
    body: `You earned ${points(earned)}${at(storeNameEn)}. You have ${points(balance)} to spend.`,
  }),
  "points-returned": ({ points: taken, balance, debt, storeNameEn }) => ({
    title: "Points of a return taken back",
    body: `${points(taken)} of a return${at(storeNameEn)} ${
      f.plural(taken, { one: "was", other: "were" })
    } taken back. You have ${points(balance)} to spend${
      debt ? `; ${points(debt)} will be paid off by what you earn next` : ""
    }.`,
  }),
  "claim-made": ({ giftNameEn, points: spent, storeNameEn, expiresAt, occasion }) => ({
    title: occasion ? `Happy birthday! For you: ${giftNameEn}` : `Claimed: ${giftNameEn}`,
    body: `${giftNameEn} ${occasion ? "is your birthday gift" : `claimed for ${points(spent)}`}. ` +
      `Show the claim code at ${storeNameEn} by ${lastDay(expiresAt)} to pick it up.`,
  }),
  "claim-handed-over": ({ giftNameEn, storeNameEn, occasion }) =>
    occasion
      ? {
        title: `Happy birthday! For you: ${giftNameEn}`,
        body: `Your birthday gift ${giftNameEn} is in your account.`,
      }
      : {
        title: `Picked up: ${giftNameEn}`,
        body: `You picked up ${giftNameEn}${at(storeNameEn)}. Enjoy!`,
      },
  "order-placed": ({ giftNameEn, points: spent }) => ({
    title: `Claimed: ${giftNameEn}`,
    body: `${giftNameEn} claimed for ${points(spent)}. We will pack and send it soon.`,
  }),
  "order-shipped": ({ giftNameEn, carrier, tracking }) => ({
    title: `On its way: ${giftNameEn}`,
    body: `${giftNameEn} was sent with ${carrierName("en", carrier)}, number ${tracking}.`,
  }),
  "event-booked": ({ giftNameEn, at, venueEn }) => ({
    title: `Your place is kept: ${giftNameEn}`,
    body: `${f.dateTime(at)}, ${venueEn}. Show the claim code at the door. See you there!`,
  }),
  "claim-lapsed": ({ giftNameEn, points: back }) => ({
    title: "A claim has expired",
    body: `${giftNameEn} was not picked up in time${
      back === 0 ? "" : `; ${points(back)} went back to their own lots`
    }.`,
  }),
  "claim-cancelled": ({ giftNameEn, points: back }) => ({
    title: "A claim was cancelled",
    body: `The claim for ${giftNameEn} was cancelled${
      back === 0 ? "" : `; ${points(back)} went back to their own lots`
    }.`,
  }),
  "lapse-soon": ({ points: lapsing, lapsesAt, lapsesLastAt = lapsesAt }) => ({
    title: `${points(lapsing)} will lapse soon`,
    body: `${points(lapsing)} will lapse ${
      lastDay(lapsesLastAt) === lastDay(lapsesAt)
        ? `after ${lastDay(lapsesAt)}`
        : `bit by bit, the first after ${lastDay(lapsesAt)}, the last after ${
          lastDay(lapsesLastAt)
        }`
    }. See what you can get for them.`,
  }),
  "seal": ({ day, root, heads }) => ({
    title: `Jifu ledger seal ${day}`,
    body: `Seal of the ledger for ${f.day(day)}, over ${f.count(heads)} changed ${
      f.plural(heads, { one: "account", other: "accounts" })
    }.\n\n${root}\n\nKeep this mail: it will show whether the ledger was changed afterwards.`,
  }),
  "grant": ({ points, balance, titleEn }) => ({
    title: `${titleEn} ${f.signed(points)}`,
    body: `${titleEn}: ${f.count(Math.abs(points))} points ${
      points < 0 ? "taken back" : "for you"
    }, ${f.count(balance)} to spend.`,
  }),
  "adjustment": ({ points: moved, balance, reason }) => ({
    title: `Points ${moved < 0 ? "deducted" : "added"}: ${f.signed(moved)}`,
    body: `${points(Math.abs(moved))} ${f.plural(Math.abs(moved), { one: "was", other: "were" })} ${
      moved < 0 ? "deducted" : "added"
    } (${reason}). You have ${points(balance)} to spend.`,
  }),
};
