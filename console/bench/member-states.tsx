import { adjustPoints, screenMembers } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { emptyQuery, memberQuery } from "../members/query.ts";
import { MembersScreen } from "../members/screen.tsx";
import { MemberScreen } from "../member/screen.tsx";
import { member, newcomer } from "./data/members.ts";
import { market } from "./data/places.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const path = "/console/members";
const members = () => <MembersScreen />;
const page = () => <MemberScreen member={member.id} />;
const search = (text: string) => inTurn(() => type("[data-search]", text), pause(500));

/** Finding members and looking at one. */
export const memberStates: readonly BenchState[] = [
  { name: "members", path, draw: members },
  { name: "members/manager", path, role: "store-manager", draw: members },
  {
    name: "members/second-page",
    path,
    draw: members,
    act: inTurn(() => press(".pager .icon-button:last-child"), pause(200)),
  },
  {
    name: "members/screened",
    path,
    draw: () => {
      const filter = { tierIds: ["tie_gold"], pointsMin: 500, birthdayMonths: [11] };
      memberQuery.value = { ...emptyQuery, brandId: market, filter };
      return <MembersScreen />;
    },
  },
  { name: "members/screening", path, draw: members, act: () => press("screen") },
  {
    name: "members/keep",
    path,
    draw: () => {
      const filter = { notBoughtSince: "2026-08-22", pointsMin: 100 };
      memberQuery.value = { ...emptyQuery, brandId: market, filter };
      return <MembersScreen />;
    },
    act: () => press("keep"),
  },
  { name: "members/tags", path, draw: members, act: () => press("tags") },
  {
    name: "members/tag-them",
    path,
    draw: members,
    act: inTurn(() => press("tbody tr:nth-child(2) .member-tick input"), () => press("tag-them")),
  },
  {
    name: "members/not-found",
    path,
    draw: () => {
      memberQuery.value = { ...emptyQuery, text: "13900000000" };
      return <MembersScreen />;
    },
  },
  {
    name: "members/none",
    path,
    doors: [door(screenMembers, () => ({ members: [], nextAfter: null, total: 0 }))],
    draw: members,
  },
  { name: "members/loading", path, mood: "slow", draw: members },
  { name: "members/down", path, mood: "down", draw: members },
  { name: "member/change", path, draw: page, act: () => press("change") },
  { name: "member/tag", path, draw: page, act: () => press("tag") },
  {
    name: "account/password",
    path,
    draw: members,
    act: inTurn(() => press(".account-button"), () => press("own-password")),
  },
  { name: "search/found", path, draw: members, act: search("王") },
  { name: "search/pages", path, draw: members, act: search("会员") },
  { name: "search/nothing", path, draw: members, act: search("99999") },
  { name: "member", path, draw: page },
  { name: "member/why", path, draw: page, act: () => press(".list button.row") },
  {
    name: "member/more",
    path,
    draw: page,
    act: inTurn(() => press(".panel > .button"), pause(100)),
  },
  { name: "member/auditor", path, role: "auditor", draw: page },
  { name: "member/newcomer", path, draw: () => <MemberScreen member={newcomer.id} /> },
  { name: "member/lost", path, draw: () => <MemberScreen member="mem_gone" /> },
  { name: "member/loading", path, mood: "slow", draw: page },
  { name: "member/lots", path, draw: page, act: () => press("lots") },
  { name: "member/reveal", path, draw: page, act: () => press("reveal") },
  {
    name: "member/revealed",
    path,
    draw: page,
    act: inTurn(
      () => press("reveal"),
      () => press(".reason-offer"),
      () => press("dialog[open] button[type=submit]"),
      pause(150),
    ),
  },
  { name: "member/phone", path, draw: page, act: () => press("phone") },
  { name: "member/adjust", path, draw: page, act: () => press("adjust") },
  {
    name: "member/adjust-filled",
    path,
    draw: page,
    act: inTurn(
      () => press("adjust"),
      () => type("dialog[open] input[inputmode=numeric]", "500"),
      () => press(".reason-offer"),
    ),
  },
  {
    name: "member/adjust-over",
    path,
    role: "store-manager",
    draw: page,
    act: inTurn(
      () => press("adjust"),
      () => type("dialog[open] input[inputmode=numeric]", "8000"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  {
    name: "member/adjust-refused",
    path,
    draw: page,
    doors: [door(adjustPoints, () => {
      throw new Problem("over-limit", { limit: 5_000 });
    })],
    act: inTurn(
      () => press("adjust"),
      () => type("dialog[open] input[inputmode=numeric]", "500"),
      () => press(".reason-offer"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  {
    name: "member/adjust-discard",
    path,
    draw: page,
    act: inTurn(
      () => press("adjust"),
      () => type("dialog[open] input[inputmode=numeric]", "500"),
      () => press("dialog[open] .modal-actions .button"),
    ),
  },
];
