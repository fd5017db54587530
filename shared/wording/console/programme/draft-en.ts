import { formatsOf } from "../../format.ts";
import type * as zh from "./draft-zh.ts";

const f = formatsOf("en");

/** English of drafts, publishing and versions. */
export const editor: typeof zh.editor = {
  title: "Change the earning rules",
  lead: (version) => `Beside version ${f.count(version)}, which is in force`,
  leadFirst: "The first version",
  addRule: "Add a rule",
  addGroup: "New group",
  removed: (name) => `"${name}" was deleted`,
  undo: "Undo",
  redo: "Redo",
  rename: "Rename",
  name: "Name of the draft",
  drop: "Discard draft",
  dropTitle: (name) => `Discard the draft "${name}"?`,
  dropText: "Everything changed in it is lost. The rules in force stay as they are.",
  saved: "Saved",
  saving: "Saving",
  saveFailed: "Not saved on the server; kept on this machine.",
  saveAgain: "Save again",
  changes: "Against the rules in force",
  changesNone: "Nothing changed yet",
  overtakenTitle: "Somebody changed this draft just now",
  overtakenText: (by) => `${by || "Somebody"} saved it otherwise. This is where theirs differs:`,
  overtakenSame: "Both say the same.",
  takeTheirs: "Take theirs",
  keepMine: "Keep mine",
  behindTitle: (newest, base) =>
    `Version ${f.count(newest)} was published; this draft was begun on version ${f.count(base)}`,
  behindText: "Take its changes in; where both changed something, the draft's stays.",
  behindTakeIn: "Take them in",
};

export const publish: typeof zh.publish = {
  open: "Publish…",
  title: "Publish the new rules",
  text: "New purchases earn by these rules from then on. Points already earned keep theirs.",
  first: "The first version.",
  when: "From when",
  now: "At once",
  later: "From a day",
  on: "Day",
  onHint: "From midnight of that day",
  onRule: "Choose a day after today",
  follows: (version, from) =>
    `Version ${f.count(version)} is set for ${f.dateTime(from)} and will then replace these rules`,
  followsText: "If it is not wanted any more, withdraw it on the page of the earning rules.",
  send: "Publish",
  sendForApproval: "Send for approval",
  done: (version) => `Version ${f.count(version)} is published`,
  waiting: "Sent; it waits for a second person",
  second: "A second person has to approve",
  secondText: "It waits under approvals until somebody else confirms it, and holds from then on.",
  reason: "Why",
  reasonHint: "Told to the second person and the log",
  blocked: "It cannot be published yet",
  blockedText: "Mend what stands in red below first.",
  unknown: (count) =>
    `${f.count(count)} ${
      f.plural(count, { one: "place names", other: "places name" })
    } tiers, categories, goods or stores that are gone`,
  unknownText: "Open the rules and remove what is shown as a bare number.",
  cases: (count) =>
    `${f.count(count)} saved ${
      f.plural(count, { one: "case comes", other: "cases come" })
    } out differently`,
  caseLine: (name, was, now) =>
    `${name}: ${f.count(was)} expected, ${
      now === null ? "cannot be tried" : `now ${f.count(now)}`
    }`,
  casesFine: (count) =>
    `${f.count(count)} saved ${f.plural(count, { one: "case", other: "cases" })} as expected`,
};

export const versions: typeof zh.versions = {
  title: "Versions",
  version: (version) => `Version ${f.count(version)}`,
  state: { now: "In force", coming: "To come", past: "Over", withdrawn: "Withdrawn" },
  effective: (from) => `From ${f.dateTime(from)}`,
  published: (by, at) => `Published by ${by} on ${f.dateTime(at)}`,
  publishedAt: (at) => `Published on ${f.dateTime(at)}`,
  approved: (by) => `approved by ${by}`,
  repeats: (version) => `version ${f.count(version)} again`,
  compareOf: (version) => `What version ${f.count(version)} changed`,
  compareWith: (version) => `Version ${f.count(version)} against`,
  first: "The first version; there is nothing to compare it with.",
  same: "Both say the same.",
  withdrawnAt: (at) => `Withdrawn on ${f.dateTime(at)}; it never held`,
  replaces: (version) => `It then replaces version ${f.count(version)} and changes this:`,
  withdraw: "Withdraw this one…",
  withdrawTitle: (version) => `Withdraw version ${f.count(version)}`,
  withdrawText: (version) =>
    `It will not hold; version ${f.count(version)} goes on instead. It cannot be taken back, but ` +
    "the same rules can be published again as a new version.",
  withdrawWhy: "Why",
  withdrawSend: "Withdraw",
  withdrawDone: (version) => `Version ${f.count(version)} is withdrawn`,
  withdrawReasons: ["The campaign is off", "A newer version is there"],
  again: "Publish this one again…",
  againTitle: (version) => `Publish version ${f.count(version)} again`,
  againText: "It becomes a new version with the very same rules. Against the rules in force:",
  reasons: ["The campaign is over", "The new rules had a mistake"],
};
