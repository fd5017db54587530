/** A replay as a thing that runs: one at a time, cancelled, interrupted, kept. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  cancelWhatIf,
  followWhatIf,
  listWhatIfs,
  publishRules,
  showWhatIf,
  startWhatIf,
} from "../../shared/console/endpoints.ts";
import type { KeptRules } from "../../shared/programme/source.ts";
import { type Office, openOffice, personOf } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";
import { endOfRun } from "./run-what-if.ts";
import { brandId, draftRules, kept, run, seed } from "./test-chain-year.ts";

let office: Office;
let marketing: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
});
afterEach(() => office.close());

describe("a run", () => {
  const version: KeptRules = { kind: "version", rulesId: "rul_grocer" };
  const start = (from = "2025-06-01", to = "2026-06-15", as = marketing, source = version) =>
    office.ask(startWhatIf, { body: { brandId, source, from, to }, key: newKey() }, as);

  test("is one at a time, is cancelled, and stays cancelled", async () => {
    await seed(office);
    const { runId } = await start();
    await expect(start()).rejects.toMatchObject({ code: "what-if-running", fields: { runId } });
    await office.ask(cancelWhatIf, { params: { run: runId } }, marketing);
    await endOfRun(office.house, runId);
    expect(await office.ask(showWhatIf, { params: { run: runId } }, marketing)).toMatchObject({
      run: { state: "cancelled" },
      outcome: null,
    });
    await office.ask(cancelWhatIf, { params: { run: runId } }, marketing);
    await endOfRun(office.house, (await start()).runId);
  });

  test("of a process that is gone was interrupted, and another may start", async () => {
    const { house } = office;
    await house.db.execute(
      "insert into what_if_run (id, brand_id, body, from_on, to_on, asked_by, asked_at, heard_at) values ('wif_gone', ?, '{}', '2026-06-01', '2026-06-14', 'x', 0, 0)",
      [brandId],
    );
    expect(await office.ask(followWhatIf, { params: { run: "wif_gone" } }, marketing))
      .toMatchObject({ state: "interrupted" });
    await endOfRun(office.house, (await start()).runId);
    const { runs } = await office.ask(listWhatIfs, { query: { brandId } }, marketing);
    expect(runs.find((each) => each.id === "wif_gone")).toMatchObject({
      state: "interrupted",
      endedAt: office.clock.now,
    });
  });

  test("keeps the draft as it was when it was asked for", async () => {
    await seed(office);
    const { draftId } = await kept(office, marketing, draftRules);
    const before = await run(office, marketing, { kind: "draft", draftId });
    await office.ask(publishRules, {
      body: { brandId, basedOnVersion: 1, effectiveFrom: null, body: draftRules },
      key: newKey(),
    }, marketing);
    const after = await office.ask(showWhatIf, { params: { run: before.run.id } }, marketing);
    expect(after.outcome).toEqual(before.outcome);
  });

  test.each([["2026-06-10", "2026-06-09"], ["2026-06-10", "2026-06-16"], [
    "2020-01-01",
    "2026-06-15",
  ]])("is not from %s to %s", async (from, to) => {
    await expect(start(from, to)).rejects.toMatchObject({ code: "period-invalid" });
  });

  test("is not for who answers for some stores only, nor for another brand", async () => {
    for (const role of ["store-manager", "regional"] as const) {
      await expect(start("2026-06-01", "2026-06-14", await office.as(personOf(role)))).rejects
        .toMatchObject({ code: "not-allowed" });
    }
    const baker: KeptRules = { kind: "version", rulesId: "rul_baker" };
    await expect(start("2026-06-01", "2026-06-14", marketing, baker)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
