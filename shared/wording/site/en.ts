import type { SiteWording } from "./zh.ts";

export const en: SiteWording = {
  brand: "Jifu",
  brandLine: "Good fortune, gathered",
  skip: "Skip to the main content",
  otherPages: "Pages of this site",
  frontTitle: "Jifu membership",
  heroText:
    "Groceries, clothes, a coffee on the way: every purchase adds up. Show the card on your phone, earn at the counter, pick a gift at the kiosk. One card for every store.",
  heroCard: "Open the e-card",
  heroMore: "See how it works",
  sampleMember: "Lin Xiaoyan",
  samplePoints: "2,680",
  samplePointsLabel: "points to spend",
  sampleTier: "Gold member",
  placesTitle: "Where to start",
  places: {
    card: {
      name: "E-card",
      who: "On the member's phone",
      text:
        "A member code that changes every 15 seconds, shown with or without a network; points, when they lapse, gifts and claim tickets.",
      go: "Open the e-card",
    },
    kiosk: {
      name: "Kiosk",
      who: "The big screen in the store",
      text:
        "Scan, see the balance, choose a gift, take the ticket. It resets when left alone and keeps no trace of anybody.",
      go: "Open the kiosk",
    },
    counter: {
      name: "Counter",
      who: "Store staff",
      text:
        "Scan the member, ring up, take returns, issue cards, hand gifts over. The same app as the kiosk; you choose when pairing.",
      go: "Open the counter",
    },
    console: {
      name: "Console",
      who: "Managers and head office",
      text: "Stores, terminals, staff, rules, gifts, members and the operation log.",
      go: "Open the console",
    },
  },
  docs: { name: "API", text: "Any other till does the same through the API." },
  outbox: { name: "Outbox", text: "Texts, e-mails and pushes that the demo has sent." },
  stepsTitle: "Through it in a minute",
  steps: [
    {
      title: "Get a card",
      text: "Open the e-card and enter a phone number; the code is in the outbox.",
    },
    {
      title: "Pair a counter",
      text:
        "Open the counter, it shows a pairing code; approve it in the console under Terminals and choose the store.",
    },
    {
      title: "Ring up",
      text:
        "Staff sign in with a PIN, scan the member code by camera or scanner, enter an amount: the points are there at once.",
    },
    {
      title: "Choose a gift",
      text:
        "Pair a kiosk too, scan the member code, choose a gift and collect it at the counter with the ticket.",
    },
  ],
  sheetTitle: "Demo accounts",
  sheetHint:
    "Shown in the demo only. The data comes from a fixed seed; do with it whatever you like.",
  sheet: {
    members: "Members",
    membersHint:
      "The phone signs in to the e-card; the number is typed at a counter or kiosk; spending asks the PIN.",
    counter: "Counter staff",
    counterHint: "On a paired counter: choose the name, type the PIN.",
    console: "Console",
    consoleHint: (password) => `The password is ${password}, the one-time code is in the outbox.`,
    keys: "API keys",
    keysHint: "For other tills: Authorization: Bearer <key>.",
  },
  outboxTitle: "Outbox",
  outboxHint:
    "Without a provider for texts and e-mail, what is sent shows up here. The page refreshes every two seconds.",
  outboxEmpty: "Nothing yet. Ask for a code in the e-card.",
  outboxLost: "Cannot be reached right now, trying again…",
  channels: { sms: "Text", push: "Push", email: "E-mail" },
  states: { waiting: "waiting", sent: "sent", failed: "failed", dropped: "dropped" },
  to: "To",
  totpTitle: "Console one-time codes",
  totpHint:
    "Besides the password the console asks for a 6-digit code. In real use it comes from the authenticator on the person's phone.",
  problemsTitle: "What the API refuses",
  problemsHint:
    "Every refusal has a fixed code. The answer is application/problem+json (RFC 9457).",
  problemCode: "Code",
  problemStatus: "Status",
  problemWhat: "What happened",
  problemRemedy: "What to do",
  problemFields: "Fields that come with it",
  noFields: "none",
  problemsAll: "All codes",
  docsTitle: "Jifu API",
  docsHint: "Printed from the definitions that the API itself is served from.",
  docsFile: "Download OpenAPI 3.1",
  notBuilt: "This page has not been built yet",
  notBuiltHint: "Run npm run build in the project folder, then reload.",
  notFound: "There is no such page",
  notFoundHint: "The front page shows what there is.",
  home: "Front page",
};
