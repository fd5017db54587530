/** A screening in words, one for each condition, with what is left without it. @module */
import type { Screening } from "../../shared/members/screening.ts";
import type { MembersWording } from "../../shared/wording/console/members/zh.ts";

export interface Condition {
  key: string;
  said: string;
  without: Screening;
}

/** Names of ids, by what they are. */
export interface Names {
  tier: (id: string) => string;
  category: (id: string) => string;
  tag: (id: string) => string;
  store: (id: string) => string;
  day: (day: string) => string;
  count: (n: number) => string;
}

const leftOf = (screening: Screening, ...names: (keyof Screening)[]): Screening =>
  Object.fromEntries(
    Object.entries(screening).filter(([name]) => !names.includes(name as keyof Screening)),
  );

export function conditionsIn(f: Screening, t: MembersWording, names: Names): Condition[] {
  const list = (ids: readonly string[], name: (id: string) => string) => ids.map(name).join(", ");
  const day = (of: string | undefined) => of ? names.day(of) : "";
  const count = (of: number | undefined) => of === undefined ? "" : names.count(of);
  const found: Condition[] = [];
  const put = (said: string, ...keys: (keyof Screening)[]) =>
    found.push({ key: keys[0] ?? "", said, without: leftOf(f, ...keys) });
  if (f.tierIds) put(t.said.tierIds(list(f.tierIds, names.tier)), "tierIds");
  if (f.categoryIds) put(t.said.categoryIds(list(f.categoryIds, names.category)), "categoryIds");
  if (f.tagIds) put(t.said.tagIds(list(f.tagIds, names.tag)), "tagIds");
  if (f.storeIds) put(t.said.storeIds(list(f.storeIds, names.store)), "storeIds");
  if (f.joinedFrom || f.joinedTo) {
    put(t.said.joined(day(f.joinedFrom), day(f.joinedTo)), "joinedFrom", "joinedTo");
  }
  if (f.birthdayMonths) {
    put(t.said.birthdayMonths(f.birthdayMonths.map(t.month).join(", ")), "birthdayMonths");
  }
  if (f.boughtFrom || f.boughtTo) {
    put(t.said.bought(day(f.boughtFrom), day(f.boughtTo)), "boughtFrom", "boughtTo");
  }
  if (f.notBoughtSince) put(t.said.notBoughtSince(day(f.notBoughtSince)), "notBoughtSince");
  if (f.pointsMin !== undefined || f.pointsMax !== undefined) {
    put(t.said.points(count(f.pointsMin), count(f.pointsMax)), "pointsMin", "pointsMax");
  }
  if (f.state) put(t.said.state(t.states[f.state] ?? f.state), "state");
  return found;
}
