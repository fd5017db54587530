import { formatsOf } from "../../format.ts";
import type * as zh from "./rules-zh.ts";

const f = formatsOf("en");

/** English of single rules and how they go together. */
export const rule: typeof zh.rule = {
  addTitle: "New rule",
  names: "Name",
  nameZh: "Chinese name",
  nameEn: "English name",
  on: "Switched on",
  onHint: "Off keeps the settings and gives nothing",
  copy: "Duplicate",
  remove: "Delete",
  saved: (name) => `"${name}" is in the draft`,
  savedWarned: (name) => `"${name}" is in the draft; something is worth a look`,
  toFirst: "The last day lies before the first",
  firstFromZero: "The first bracket starts at 0",
  bracketsRise: "More than the bracket before",
};

export const gives: typeof zh.gives = {
  title: "What it gives",
  kinds: {
    multiplier: "Multiplier",
    bonus: "Bonus",
    rate: "Own rate",
    fixed: "Per piece",
    brackets: "Brackets",
  },
  kindHints: {
    multiplier: "Times what is earned",
    bonus: "On top of what is earned",
    rate: "So many points for so much",
    fixed: "Whatever a piece costs",
    brackets: "Another rate by amount",
  },
  times: "Times",
  every: "For every",
  points: "Points",
  perPiece: "Points per piece",
  perPieceHint: "Per kilogram for weighed goods",
  bonus: "Bonus points",
  once: "How often",
  onces: {
    unit: "For each piece",
    day: "Once a day",
    member: "Once per member",
    product: "First purchase of each product",
  },
  bracketMode: "How brackets count",
  whole: "All by the highest reached",
  marginal: "Each part by its own",
  wholeHint: "The whole amount takes the rate of the bracket it reaches.",
  marginalHint: "Like an income tax: each part of the amount takes its own rate.",
  bracket: (n) => `Bracket ${n}`,
  from: "From",
  addBracket: "Add a bracket",
  removeBracket: (n) => `Remove bracket ${n}`,
};

export const lines: typeof zh.lines = {
  title: "For which goods",
  all: "All goods",
  chosen: "Chosen goods",
  chosenHint: "Goods count that are in a chosen category, or below it, or are chosen themselves.",
  productHint: "A bonus for first purchases needs products or categories.",
  categories: "Categories",
  products: "Single products",
};

export const pick: typeof zh.pick = {
  findCategory: "Find a category",
  noCategories: "There are no categories yet",
  below: (name) => `Open "${name}"`,
  findProduct: "Name, SKU or barcode",
  found: "Products found",
  noProduct: (search) => `Nothing found for "${search}"`,
  goodsDown: "The goods cannot be looked up just now",
  remove: (name) => `Remove "${name}"`,
};

export const when: typeof zh.when = {
  title: "When, and for whom",
  hint: "Without conditions it holds always, for every member.",
  allMustHold: "All of these must hold.",
  always: "Always, for every member.",
  add: (group) => `Add a condition: ${group}`,
  remove: (name) => `Remove the condition: ${name}`,
  groups: { day: "Time", member: "Member", sale: "Purchase" },
  names: {
    festivals: "Festivals",
    weekdays: "Weekdays",
    monthDays: "Days of the month",
    hours: "Hours",
    period: "Period",
    tierIds: "Tiers",
    tags: "Tags",
    memberCategoryIds: "Member categories",
    birthday: "Birthday",
    firstPurchase: "First purchase",
    balanceAtMost: "Balance",
    storeIds: "Stores",
    minSaleFen: "Amount",
  },
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  dayAndWeekday: (day, weekday) => `${weekday} ${day}`,
  chooseOne: "Choose at least one",
  nothingToChoose: "There is nothing to choose yet; set it up on its own page first.",
  daysBefore: "Days before",
  daysAfter: "Days after",
  dates: "The dates",
  range: (from, to) => `${from} to ${to}`,
  shortMonths: "Months without that day are left out.",
  window: (n) => `Window ${n}`,
  hourFrom: "From",
  hourTo: "To (not included)",
  clock: "A time such as 14:00",
  addWindow: "Add a window",
  removeWindow: (n) => `Remove window ${n}`,
  overMidnight: "It ends before it starts: it goes over midnight.",
  from: "First day",
  to: "Last day",
  toHint: "Included; empty for no end",
  birthday: "Which days",
  birthdayHint: "Lunar birthdays go by the Chinese calendar, leap and short months included",
  birthdays: { day: "The day itself", week: "Its week", month: "Its month" },
  firstPurchase:
    "The member's first purchase; one that was wholly returned, or in which nothing earned, does not count.",
  balance: "Spendable points at most",
  balanceHint: "Before the purchase",
  minSale: "Earning amount from",
};

export const limits: typeof zh.limits = {
  title: "Limits",
  hint: "The most points this rule gives. Empty is no limit.",
  factorHint: "The most points this rule adds. Empty is no limit.",
  none: "None",
  perSale: "Per purchase",
  perDay: "Per day",
  perMember: "Per member",
  together: "With other rules",
  togetherHint:
    "Rules of a group go together as the group says; rules outside of groups all count.",
  rateHint: "A line earns by one rate: the higher priority goes first.",
  group: "Group",
  alone: "On its own",
  groupWithMode: (name, mode) => `${name} (${mode})`,
  modes: { exclusive: "only the highest", best: "the one that gives most", add: "all count" },
  priority: "Priority",
  priorityHint: "Where only one counts, the higher number goes first",
};

export const group: typeof zh.group = {
  add: "New group",
  names: "Name",
  mode: "How its rules go together",
  members: "Rules in it",
  membersHint: "Either multipliers or bonuses, not both.",
  noRules: "There are no multipliers or bonuses yet.",
  remove: "Dissolve the group",
};

export const stack: typeof zh.stack = {
  title: "How rules are gone through",
  stages: { rate: "The rate of each line", factor: "Multiplied", bonus: "Bonuses on top" },
  stageHints: {
    rate: "From top to bottom; the first that fits counts",
    factor: "Groups multiply each other",
    bonus: "Groups add up; then limits, then rounding down",
  },
  modes: { exclusive: "Only one", best: "Best of", add: "All" },
  modeHints: {
    exclusive: "The highest priority counts, the others do not",
    best: "Whichever gives most counts",
    add: "All of them count and add up",
  },
  baseRate: (money, points, others) =>
    `${others ? "All other goods" : "All goods"}: ${f.count(points)} ${
      f.plural(points, { one: "point", other: "points" })
    } for every ${money}`,
  noStoredValue: "not for what stored value pays",
  tierTimes: (tier, times) => `${tier} ${times} times`,
  tierFirst: (tiers) => `First by tier: ${tiers.join(", ")}`,
  nothing: "No rules",
  emptyGroup: "No rules in this group yet",
  perPiece: (points) => `${f.count(points)} each`,
  rate: (money, points) => `${money} = ${f.count(points)}`,
  brackets: (count) => `${f.count(count)} brackets`,
  onOff: (name) => `Switch "${name}" on`,
  up: (name) => `Move "${name}" up`,
  down: (name) => `Move "${name}" down`,
  copy: (name) => `Duplicate "${name}"`,
  remove: (name) => `Delete "${name}"`,
  upGroup: (name) => `Move the group "${name}" up`,
  downGroup: (name) => `Move the group "${name}" down`,
  changeGroup: (name) => `Change the group "${name}"`,
};

export const state: typeof zh.state = {
  off: "Off",
  today: "Holds today",
  until: (clock) => `Until ${clock}`,
  laterToday: (clock) => `Today from ${clock}`,
  next: (day) => `Next on ${day}`,
  over: "Over",
};

export const add: typeof zh.add = {
  title: "Add a rule",
  lead: "Start from what is often wanted, then change it.",
  templates: {
    "festival": {
      name: "Festival",
      hint: "Double on Spring Festival, Mid-Autumn, Qixi and others",
    },
    "member-day": { name: "Member day", hint: "Double each Wednesday, or on the 8th" },
    "happy-hour": { name: "Happy hour", hint: "1.5 times on weekday afternoons" },
    "birthday": { name: "Birthday", hint: "Double in its month, week or on the day" },
    "new-product": { name: "New product", hint: "+50 at the first purchase of each" },
    "first-purchase": { name: "First purchase", hint: "+100 for a new member's first purchase" },
    "category": { name: "Category of its own", hint: "A rate of its own for some goods" },
    "fixed": { name: "Per piece", hint: "So many points for each piece" },
    "brackets": { name: "Brackets", hint: "A better rate from 200 and from 500 yuan" },
    "blank": { name: "Blank rule", hint: "Set everything yourself" },
  },
};
