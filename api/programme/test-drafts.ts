/** Somebody of marketing who drafts, and the doors they press. @module */
import {
  changeParameters,
  decideApproval,
  listDrafts,
  publishDraft,
  saveCase,
  saveDraft,
  showProgramme,
} from "../../shared/console/endpoints.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { inventedMember, type Trial } from "../../shared/programme/trial.ts";
import { baseRules, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

export const brandId = place.grocer;
export const doubled: ProgrammeRules = {
  ...baseRules,
  rules: [{
    id: "wednesday",
    nameZh: "周三双倍",
    nameEn: "Double Wednesday",
    on: true,
    when: { weekdays: [3] },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 0,
    groupId: null,
    caps: null,
  }],
};
/** 18:00 on Wednesday 17 June 2026, in Shanghai. */
export const wednesday = Date.UTC(2026, 5, 17, 10);
export const trial: Trial = {
  lines: [{ quantityMilli: 1_000, amountFen: 12_800 }],
  member: inventedMember,
  storeId: place.riverside,
  at: wednesday,
  offsetPoints: 0,
};

export type Drafting = Awaited<ReturnType<typeof openDrafting>>;

/** An office with a person of marketing and the administrator signed in. */
export const openDrafting = async () => {
  const office = await openOffice();
  const marketing = await office.as(personOf("hq-marketing"));
  const admin = await office.as(personOf("hq-admin"));
  const save = (body: ProgrammeRules = doubled, as = marketing, name = "周三双倍") =>
    office.ask(saveDraft, { body: { brandId, name, body, basedOnVersion: 1 }, key: newKey() }, as);
  const publish = (
    draft: string,
    change: { revision?: number; effectiveFrom?: number | null } = {},
  ) =>
    office.ask(publishDraft, {
      params: { draft },
      body: { revision: 1, basedOnVersion: 1, effectiveFrom: null, reason: "试行", ...change },
      key: newKey(),
    }, marketing);
  const programme = () => office.ask(showProgramme, { query: { brandId } }, marketing);
  const drafts = async () =>
    (await office.ask(listDrafts, { query: { brandId } }, marketing)).drafts;
  const needSecond = () =>
    office.ask(changeParameters, {
      body: {
        brandId,
        revision: 0,
        parameters: { ...defaultParameters, publishNeedsSecond: true },
      },
    }, admin);
  const keep = (points: number, name = "周三一单") =>
    office.ask(saveCase, {
      body: {
        brandId,
        name,
        trial,
        expected: { points, availableOn: "2026-06-17", lapsesAfter: null, offsetFen: 0 },
      },
      key: newKey(),
    }, marketing);
  const decide = (approval: string, as: Caller) =>
    office.ask(decideApproval, {
      params: { approval },
      body: { decision: "approve", reason: "同意" },
      key: newKey(),
    }, as);
  return { office, marketing, admin, save, publish, programme, drafts, needSecond, keep, decide };
};
