import { formatsOf } from "../format.ts";
import type { device as zh } from "./device-zh.ts";

const f = formatsOf("en");

/** English of the device's own texts. */
export const device: typeof zh = {
  starting: "Starting…",
  pairing: {
    title: "Set up this terminal",
    lead:
      "Choose what it is for and name it, then ask the store manager to approve. Once is enough.",
    step: (now, of) => `Step ${now} of ${of}`,
    kiosk: "Kiosk",
    kioskHint: "For members: see points, choose gifts",
    counter: "Counter",
    counterHint: "For staff: sales, returns, gifts, cards",
    use: "What it is for",
    label: "Name of the terminal",
    labelHint: "Say where it stands, so that it is found in the console",
    labels: {
      kiosk: ["Entrance kiosk", "Service desk kiosk", "Fresh food kiosk"],
      counter: ["Till 1", "Till 2", "Service desk"],
    },
    getCode: "Get a pairing code",
    codeTitle: "Ask the manager to approve",
    codeLabel: "Pairing code",
    how: [
      "The manager opens the console on a computer",
      "Goes to Terminals and chooses Approve a terminal",
      "Enters the code below",
    ],
    waiting: "Waiting for approval; it then starts by itself",
    expiresIn: (minutes) =>
      `Good for ${minutes} ${f.plural(minutes, { one: "minute", other: "minutes" })}`,
    expiresSoon: "About to expire",
    over: "The code is no longer valid",
    overHint: "A code is good for ten minutes and for one terminal.",
    again: "Get a new code",
    startOver: "Go back",
    consoleAt: (address) => `Console: ${address}`,
  },
  revoked: {
    title: "This terminal was switched off",
    hint: "The manager ended its pairing in the console. Pair it again to go on.",
    action: "Pair again",
  },
  clock: {
    title: "The terminal's clock is wrong",
    hint: "Switch on automatic time in the system settings, then try again.",
  },
  trouble: {
    title: "Not connected yet",
    hint: "Check this terminal's network. It goes on by itself once connected.",
  },
  offline: {
    title: "No connection",
    kiosk: "Looking up and redeeming must wait; it goes on by itself.",
  },
  camera: {
    start: "Scan with the camera",
    stop: "Close the camera",
    aim: "Hold the code inside the frame",
    view: "Camera picture",
  },
  problem: {
    unknownTitle: "No connection",
    unknownHint: "No answer came. Please try again shortly.",
    triesLeft: (count) => `${count} ${f.plural(count, { one: "try", other: "tries" })} left`,
    lockedUntil: (at) => `Try again after ${f.time(at)}`,
    retryAfter: (seconds) =>
      `Please wait ${seconds} ${f.plural(seconds, { one: "second", other: "seconds" })}`,
    pointsMissing: (points) => `${f.count(points)} short`,
    opensAt: (at) => `On offer from ${f.dateTime(at)}`,
    closedAt: (at) => `Ended on ${f.dateTime(at)}`,
    limit: (count) => `${f.count(count)} per member`,
    limitFen: (fen) => `Your limit is ${f.money(fen)}`,
    debt: (points) => `${f.count(points)} owed`,
    leftToReturn: (fen) => `${f.money(fen)} is left to return`,
    usedAt: (at) => `Handed over on ${f.dateTime(at)}`,
    store: (name) => `To be collected at ${name}`,
  },
};
