import { formatsOf } from "../../format.ts";
import type { TerminalsWording } from "./zh.ts";

const f = formatsOf("en");

/** English of the terminals. */
export const en: TerminalsWording = {
  title: "Terminals",
  lead: "Kiosks and counters. A new device shows a pairing code of 8 letters; approve it here.",
  approve: "Approve a new terminal",
  approveText:
    "Type the pairing code on the new device's screen, check the device, then choose its store.",
  code: "Pairing code",
  codeHint: "The 8 letters on the device's screen, in capitals or not",
  codeRule: "Enter the 8 letters of the code",
  find: "Find the device",
  found: "Device found",
  kinds: { kiosk: "Kiosk", counter: "Counter" },
  kind: "Kind",
  label: "Name",
  labelHint: "For example: Counter 1",
  store: "Store",
  expires: (at) => `Good until ${f.time(at)}`,
  approveSend: "Approve",
  approveOther: "Another code",
  approved: (label) => `${label} approved; it can be used right away`,
  state: "State",
  states: { active: "In use", revoked: "Revoked" },
  lastSeen: "Last seen",
  approvedBy: "Approved",
  approvedByText: (by, at) => `${by} · ${f.date(at)}`,
  revoke: "Revoke",
  revokeOf: (label) => `Revoke ${label}`,
  revokeTitle: (label) => `Revoke "${label}"?`,
  revokeText: "The device stops working at once and has to be paired again to come back.",
  revoked: (label) => `${label} revoked`,
  noneTitle: "No terminals yet",
  noneText: "Open Jifu on a counter or kiosk, and approve it here by the code on its screen.",
  showRevoked: "Show revoked terminals",
};
