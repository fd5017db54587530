import type { showTerminal as door } from "../../shared/terminals/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { counterRole } from "../access/grants.ts";
import { terminalOf } from "../access/place.ts";
import type { Desk } from "../desk.ts";
import { parametersSeen } from "../parameters/queries.ts";
import { rulesAt, tiersOf } from "../points/queries.ts";
import { peopleAtStore } from "../staff/queries.ts";
import { terminalPlace } from "./queries.ts";

type Person = AnswerOf<typeof door>["staff"][number];

/** Who may sign in here, each once, with the role held at this store. */
const peopleHere = async (desk: Desk, brandId: string, storeId: string): Promise<Person[]> => {
  const rows = await desk.db.readSeen(peopleAtStore, [brandId, storeId], desk.seen);
  const people = new Map<string, Person>();
  for (const { id, name } of rows) {
    const held = counterRole(rows.filter((r) => r.id === id), brandId, storeId);
    if (held) people.set(id, { id, name, role: held.role });
  }
  return [...people.values()];
};

/** All that a terminal needs to work and to preview. A kiosk, which anybody can touch, is told no
 *  names of staff. @throws Problem terminal-unknown, proof-invalid */
export const showTerminal = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { terminalId, brandId, storeId, staffId } = terminalOf(desk);
  const [[row], [rules], tiers, people, parameters] = await Promise.all([
    desk.db.readSeen(terminalPlace, [terminalId], desk.seen),
    desk.db.readSeen(rulesAt, [brandId, desk.now], desk.seen),
    desk.db.readSeen(tiersOf, [brandId], desk.seen),
    peopleHere(desk, brandId, storeId),
    parametersSeen(desk, brandId),
  ]);
  if (!row) throw new Problem("terminal-unknown");
  if (!rules) throw new Error(`Cannot show terminal: brand ${brandId} has no rules`);
  return {
    terminal: { id: row.id, kind: row.kind, label: row.label },
    store: {
      id: row.store_id,
      nameZh: row.store_zh,
      nameEn: row.store_en,
      address: row.address,
      phone: row.phone,
    },
    brand: { id: row.brand_id, nameZh: row.brand_zh, nameEn: row.brand_en, colour: row.colour },
    staff: row.kind === "counter" ? people : [],
    signedIn: people.find((p) => p.id === staffId) ?? null,
    rules: {
      id: rules.id,
      version: rules.version,
      effectiveFrom: rules.effective_from,
      body: ProgrammeRules.parse(JSON.parse(rules.body)),
    },
    tiers: tiers.map((t) => ({
      id: t.id,
      level: t.level,
      nameZh: t.name_zh,
      nameEn: t.name_en,
      colour: t.colour,
    })),
    idleSeconds: row.kind === "kiosk"
      ? parameters.kioskIdleSeconds
      : parameters.counterLockMinutes * 60,
    demo: desk.settings.demo,
    serverTime: desk.now,
  };
};
