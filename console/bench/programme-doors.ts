/** Doors of the programme on the bench: drafts that are kept while one looks at them. @module */
import {
  changeDraft,
  checkProgramme,
  listDrafts,
  publishDraft,
  removeDraft,
  republishVersion,
  saveDraft,
  showDraft,
  showRuleNames,
  withdrawVersion,
} from "../../shared/console/endpoints.ts";
import { listGoods } from "../../shared/goods/endpoints.ts";
import { checkRules } from "../../shared/points/check-rules.ts";
import { Problem } from "../../shared/problems.ts";
import { brokenDraft, categories, draft } from "./data/programme.ts";
import { namedProducts } from "./data/programme-body.ts";
import { market } from "./data/places.ts";
import { type Door, door } from "./doors.ts";

const drafts = [draft, brokenDraft];
const done = { done: true } as const;
let revision = draft.revision;

export const programmeDoors: readonly Door[] = [
  door(
    listDrafts,
    ({ query }) => ({ drafts: query?.brandId === market ? [draft] : [] }),
  ),
  door(showDraft, ({ params }) => {
    const found = drafts.find((each) => each.id === params.draft);
    if (!found) throw new Problem("not-found");
    return found;
  }),
  door(saveDraft, () => ({ draftId: draft.id, revision: 1 })),
  door(changeDraft, () => ({ revision: ++revision })),
  door(removeDraft, () => done),
  door(checkProgramme, ({ body }) => ({
    findings: body.source.kind === "body"
      ? checkRules(body.source.body, categories).map((each) => ({ ...each }))
      : [],
    unknown: [],
    cases: [],
    needsSecond: true,
  })),
  door(publishDraft, () => ({ rulesId: null, version: null, approvalId: "apv_0001" })),
  door(withdrawVersion, () => ({ approvalId: null })),
  door(republishVersion, () => ({ rulesId: "rul_v4", version: 4, approvalId: null })),
  door(showRuleNames, ({ query }) => ({
    products: namedProducts.filter((each) => query?.products?.split(",").includes(each.id)),
    tags: [{ id: "tag_firms", name: "企业团购" }, { id: "tag_mums", name: "宝妈" }],
    memberCategories: [{ id: "mct_family", nameZh: "员工家属", nameEn: "Staff family" }],
  })),
  door(listGoods, ({ query }) => ({
    products: namedProducts.filter((each) => each.nameZh.includes(query?.search ?? ""))
      .map((each) => ({
        ...each,
        barcode: null,
        unitName: "件",
        weighed: false,
        kind: "goods" as const,
      })),
    categories: [],
    nextAfter: null,
  })),
];
