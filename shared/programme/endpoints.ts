/** Doors of the programme for the member: the rules in force, as far as they are theirs. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { TierBadge } from "../members/member.ts";
import { Day, Id, Instant } from "../schema.ts";
import { ProgrammeRules } from "./rules.ts";

export const MemberProgramme = z.object({
  version: z.int(),
  effectiveFrom: Instant,
  /** The day on which it was read. */
  day: Day,
  tierId: z.nullable(Id("tier")),
  /** The windows of the member's birthday that the day lies in. */
  birthday: z.array(z.enum(["day", "week", "month"])),
  /** Without what is for other members; see rulesFor. */
  rules: ProgrammeRules,
  /** Rules that the member has and not everybody. */
  yours: z.array(z.string()),
  /** Lowest first. */
  tiers: z.array(TierBadge),
  /** Categories, products and stores that the rules name. */
  names: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })),
});
export type MemberProgramme = z.infer<typeof MemberProgramme>;

export const showMyProgramme = endpoint({
  id: "showMyProgramme",
  method: "GET",
  path: "/api/members/me/programme",
  who: "own.read",
  summary: "How the member earns and uses points today: the rules in force that are theirs.",
  answer: MemberProgramme,
  problems: [],
});

export const showScanProgramme = endpoint({
  id: "showScanProgramme",
  method: "GET",
  path: "/api/scans/:scan/programme",
  who: "scan.open",
  summary: "The same for the scanned member.",
  answer: MemberProgramme,
  problems: ["scan-expired"],
});
