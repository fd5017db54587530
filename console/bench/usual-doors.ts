import {
  addGift,
  addKey,
  addRole,
  addStaff,
  addStore,
  addTag,
  adjustPoints,
  approvePairing,
  changeGift,
  changeMember,
  changeMemberPhone,
  changeMemberState,
  changeOwnPassword,
  changeParameters,
  changeRole,
  changeStaffGrants,
  changeStaffState,
  changeStore,
  countApprovals,
  decideApproval,
  explainMemberEntry,
  findPairing,
  listApprovals,
  listAudit,
  listConsoleGifts,
  listKeys,
  listPlaces,
  listRoles,
  listStaff,
  listTags,
  listTerminals,
  moveGiftStock,
  publishRules,
  refreshTag,
  resetStaffSignIn,
  retireRole,
  retireTag,
  revealPhone,
  revokeKey,
  revokeTerminal,
  screenMembers,
  searchMembers,
  setStaffPin,
  showConsoleMe,
  showMember,
  showMemberHistory,
  showMemberRecord,
  showOverview,
  showParameters,
  showProgramme,
  tagMembers,
  withdrawApproval,
} from "../../shared/console/endpoints.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import { Problem } from "../../shared/problems.ts";
import { me } from "../session.ts";
import { over, waiting } from "./data/approvals.ts";
import { gifts } from "./data/gifts.ts";
import { explanation, historyPage } from "./data/history.ts";
import { member, newcomer, searchIn } from "./data/members.ts";
import { keys, log, staff, terminals } from "./data/office.ts";
import { overview } from "./data/overview.ts";
import { brands, now, stores } from "./data/places.ts";
import { programmeOf } from "./data/programme.ts";
import { roles } from "./data/roles.ts";
import { record, screenIn, tags } from "./data/screened.ts";
import { type Door, door } from "./doors.ts";
import { programmeDoors } from "./programme-doors.ts";
import { budgetDoors } from "./budget-states.tsx";
import { beforeLiveDoors } from "./before-live-states.tsx";
import { tierDoors } from "./tier-states.tsx";

const done = { done: true } as const;
const mine = (storeId: string) => me.value?.storeIds?.includes(storeId) ?? true;

const office: readonly Door[] = [
  door(listTerminals, () => ({ terminals: terminals.filter((each) => mine(each.storeId)) })),
  door(findPairing, ({ body }) => {
    if (body.code === "ZZZZZZZZ") throw new Problem("pairing-over");
    return {
      pairingId: "par_new1",
      kind: "kiosk" as const,
      label: "自助机",
      expiresAt: now + 540_000,
    };
  }),
  door(approvePairing, () => ({ terminalId: "trm_new1" })),
  door(revokeTerminal, () => done),
  door(listStaff, () => ({
    staff: staff.filter((each) =>
      !me.value?.storeIds || each.grants.some((grant) => grant.storeId && mine(grant.storeId))
    ),
  })),
  door(addStaff, ({ body }) => ({
    staffId: "stf_new1",
    totpUri: body.password
      ? `otpauth://totp/Jifu:${body.login}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Jifu`
      : null,
  })),
  door(setStaffPin, () => done),
  door(changeStaffGrants, () => done),
  door(resetStaffSignIn, () => ({
    totpUri: "otpauth://totp/Jifu:zhou.min?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Jifu",
  })),
  door(changeStaffState, () => done),
  door(listKeys, () => ({ keys })),
  door(showParameters, () => ({ parameters: defaultParameters, revision: 0, changedAt: null })),
  door(changeParameters, () => done),
  door(listRoles, () => ({
    roles: roles.filter((each) => me.value?.brandIds?.includes(each.brandId) ?? true),
  })),
  door(addRole, () => ({ roleId: "rol_new1" as const })),
  door(changeRole, () => done),
  door(retireRole, () => done),
  door(addKey, () => ({
    keyId: "key_new1",
    secret: "jfk_8fK2nQ4vXw1mZr7tYb5cLd9eHg3jPs6uAqTnVxRz",
  })),
  door(revokeKey, () => done),
  door(countApprovals, () => ({ waiting: waiting.filter((row) => row.verdict === "yes").length })),
  door(listApprovals, ({ query }) => ({
    approvals: query?.show === "over" ? over : waiting,
    nextBefore: null,
  })),
  door(decideApproval, () => done),
  door(withdrawApproval, () => done),
  door(listAudit, ({ query }) => query?.before ? { ...log, nextBefore: null } : log),
];

/** What the API answers on an ordinary day. */
export const usualDoors: readonly Door[] = [
  ...tierDoors,
  ...beforeLiveDoors,
  ...budgetDoors,
  door(showConsoleMe, () => {
    if (!me.value) throw new Problem("signed-out");
    return me.value;
  }),
  door(listPlaces, () => ({
    brands: brands.filter((each) => me.value?.brandIds?.includes(each.id) ?? true),
    stores: stores.filter((each) =>
      (me.value?.brandIds?.includes(each.brandId) ?? true) && mine(each.id)
    ),
  })),
  door(addStore, () => ({ storeId: "sto_new1" })),
  door(changeStore, () => done),
  door(showOverview, () => overview()),
  door(screenMembers, ({ body }) => screenIn(body)),
  door(listTags, () => ({ tags })),
  door(addTag, () => ({ tagId: "tag_new1", members: 12 })),
  door(tagMembers, ({ body }) => ({
    changed: "memberIds" in body.who ? body.who.memberIds.length : 12,
  })),
  door(refreshTag, () => ({ given: 3, taken: 1 })),
  door(retireTag, () => done),
  door(searchMembers, ({ body }) => searchIn(body)),
  door(showMember, ({ params }) => {
    if (params.member === newcomer.id) return newcomer;
    if (params.member !== member.id) throw new Problem("not-found");
    return member;
  }),
  door(
    showMemberHistory,
    ({ params, query }) =>
      params.member === newcomer.id
        ? { rows: [], nextBefore: null }
        : historyPage(query?.before ? Number(query.before) : undefined),
  ),
  door(
    showMemberRecord,
    ({ params }) => params.member === newcomer.id ? { claims: [], changes: [] } : record,
  ),
  door(changeMember, () => done),
  door(changeMemberState, () => done),
  door(changeOwnPassword, ({ body }) => {
    if (body.current === "wrong") throw new Problem("sign-in-wrong");
    return done;
  }),
  door(explainMemberEntry, ({ params }) => explanation(params.journal)),
  door(revealPhone, () => ({ name: "林婉清", phone: "13812346021" })),
  door(changeMemberPhone, () => done),
  door(adjustPoints, ({ body }) => ({
    points: { ...member.points, spendable: member.points.spendable + body.points },
    journalId: "jrn_043",
    approvalId: null,
  })),
  door(showProgramme, ({ query }) => programmeOf(query?.brandId ?? "")),
  door(publishRules, () => ({ rulesId: "rul_v4", version: 4, approvalId: null })),
  ...programmeDoors,
  door(listConsoleGifts, () => gifts),
  door(addGift, () => ({ giftId: "gft_new1" })),
  door(changeGift, () => done),
  door(moveGiftStock, ({ body }) => ({ remaining: 46 + body.amount })),
  ...office,
];
