/** Every door of the console, from the list of endpoints: who is signed out, whose role may not, and
 *  what belongs to another store or brand. A new endpoint is tested by being there. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may, type StaffRole, staffRoles } from "../../shared/access.ts";
import * as doors from "../../shared/console/endpoints.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { type Caller, newKey } from "../test-house.ts";
import { bodies, thingsOf } from "./test-doors.ts";
import { type Office, openOffice, personOf, place } from "./test-office.ts";

const all = Object.values(doors as Record<string, unknown>).filter((d): d is Endpoint<string> =>
  typeof d === "object" && d !== null && "path" in d &&
  String(d.path).startsWith("/api/console/")
);
const guarded = all.filter((d) => d.who !== "anyone");

let office: Office;
const callers = new Map<StaffRole, Caller>();
/** Things of another store of the same brand, and of another brand. */
let others: { station: Record<string, string>; bakery: Record<string, string> };

beforeAll(async () => {
  office = await openOffice();
  for (const role of staffRoles) callers.set(role, await office.as(personOf(role)));
  const admin = callers.get("hq-admin")!;
  others = {
    station: await thingsOf(office, place.station, place.grocer, admin),
    bakery: await thingsOf(office, place.bakery, place.baker, admin),
  };
});
afterAll(() => office.close());

/** Is it asked for one brand, which it has to be told? */
const asksBrand = ({ query }: Endpoint<string>): boolean => {
  const { brandId } = (query as { def?: { shape?: Record<string, unknown> } })?.def?.shape ?? {};
  return brandId !== undefined && !(brandId as { safeParse: (v: unknown) => { success: boolean } })
    .safeParse(undefined).success;
};

/** Asks a door with a good input. @returns "ok" or the code of the refusal */
const knock = async (
  door: Endpoint<string>,
  as: Caller,
  at: { brandId: string; storeId: string },
  ids: Record<string, string>,
): Promise<string> => {
  const params = Object.fromEntries(
    [...door.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => [name!, ids[name!] ?? "none"]),
  );
  // A door without a body of its own here gets one that its schema takes.
  const body = bodies(at)[door.id] ?? (door.body ? rightBody(door) : undefined);
  const query = asksBrand(door) ? { brandId: at.brandId } : undefined;
  const input = { params, key: newKey(), ...(body ? { body } : {}), ...(query ? { query } : {}) };
  try {
    await office.ask(door, input as never, as);
    return "ok";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const own = { brandId: place.grocer, storeId: place.riverside };

describe("signed out", () => {
  test.each(guarded.map((d) => [d.id, d] as const))("%s", async (_, door) => {
    expect(await knock(door, { client: "console" }, own, others.station)).toBe("signed-out");
    const forged = new Map([["jifu-console", "A".repeat(32)]]);
    expect(await knock(door, { client: "console", cookies: forged }, own, others.station))
      .toBe("signed-out");
  });
});

describe("a role without the permission", () => {
  const cases = guarded.flatMap((d) =>
    staffRoles.filter((r) => d.who !== "anyone" && !may(r, d.who)).map((r) => [d.id, r, d] as const)
  );
  test.each(cases)("%s by %s", async (_, role, door) => {
    // A cashier has no console session at all.
    const wanted = role === "cashier" ? "signed-out" : "not-allowed";
    expect(await knock(door, callers.get(role)!, own, others.station)).toBe(wanted);
  });
});

/** Doors that name a thing in their path or body, and the roles that may use them with a scope smaller
 *  than everything (the head office's admin reaches all here, and is left out). */
const namesThing = (d: Endpoint<string>): boolean =>
  d.path.includes(":") || /brandId|storeId/.test(JSON.stringify(bodies(own)[d.id] ?? "")) ||
  asksBrand(d);

describe("what belongs to others is not found", () => {
  const things = () => guarded.filter(namesThing).map((d) => d.id);

  test.each(
    guarded.flatMap((d) =>
      staffRoles.filter((r) =>
        d.who !== "anyone" && r !== "hq-admin" && r !== "cashier" && may(r, d.who)
      ).map((r) => [d.id, r, d] as const)
    ),
  )("%s by %s", async (_, role, door) => {
    if (!namesThing(door)) return;
    const caller = callers.get(role)!;
    const bakery = { brandId: place.baker, storeId: place.bakery };
    // keyed by nothing of another brand: the pairing itself belongs to nobody yet
    expect(await knock(door, caller, bakery, others.bakery)).toBe("not-found");
    const perStore = ["terminal", "staff", "store", "pairing"].some((p) =>
      door.path.includes(`:${p}`)
    ) || door.id === "addStaff";
    if (role === "store-manager" && perStore) {
      const station = { brandId: place.grocer, storeId: place.station };
      expect(await knock(door, caller, station, others.station)).toBe("not-found");
    }
  });

  test("and there are such doors", () => expect(things().length).toBeGreaterThan(15));
});

describe("a list shows nothing of others", () => {
  const lists = guarded.filter((d) => d.method === "GET" && !namesThing(d));
  const cases = lists.flatMap((d) =>
    staffRoles.filter((r) =>
      d.who !== "anyone" && r !== "hq-admin" && r !== "cashier" && may(r, d.who)
    ).map((r) => [d.id, r, d] as const)
  );
  test.each(cases)("%s to %s", async (_, role, door) => {
    const answer = await office.ask(door, { query: {} } as never, callers.get(role)!);
    const text = JSON.stringify(answer);
    for (const id of [place.baker, ...Object.values(others.bakery)]) expect(text).not.toContain(id);
    if (role !== "store-manager") return;
    for (const name of ["store", "staff", "terminal"]) {
      expect(text).not.toContain(others.station[name]);
    }
  });
});

/** Doors that write nothing of anybody's: they look, preview, try, or end the asker's own session. */
const changesNothing = [
  "signOutConsole",
  "startPasskey",
  "findPairing",
  "searchMembers",
  "screenMembers",
  "checkProgramme",
  "tryCase",
  "runCases",
  // A replay changes nothing; stopping one neither.
  "cancelWhatIf",
];

describe("a change", () => {
  const changing = guarded.filter((d) => d.method !== "GET" && !changesNothing.includes(d.id));
  const rows = async () =>
    Number((await office.house.db.execute("select count(*) as n from audit_log"))[0]?.n);

  test("stands in the log, whichever door it came through", async () => {
    const admin = await office.as(personOf("hq-admin"));
    const silent: string[] = [];
    const done: string[] = [];
    for (const door of changing.filter((d) => d.id !== "changeStaffState")) {
      const before = await rows();
      const answer = await knock(door, admin, own, others.station);
      if (answer !== "ok") continue;
      done.push(door.id);
      if (await rows() === before) silent.push(door.id);
    }
    expect(silent).toEqual([]);
    expect(done.length).toBeGreaterThan(18);
  });
});

describe("the owner of everything", () => {
  test("can reach every door's thing", async () => {
    const admin = callers.get("hq-admin")!;
    const refused: string[] = [];
    for (const door of guarded) {
      if (["signOutConsole", "changeStaffState"].includes(door.id)) continue;
      const answer = await knock(door, admin, own, others.station);
      // A store's budget is given out by the store: head office fills it.
      if (door.who === "budget.use") continue;
      if (["signed-out", "not-allowed"].includes(answer)) refused.push(`${door.id}: ${answer}`);
    }
    expect(refused).toEqual([]);
  });
});
