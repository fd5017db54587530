/** The ways in which somebody loses their right, each with somebody who had it. @module */
import {
  changeMemberState,
  changeStaffState,
  revokeKey,
  revokeTerminal,
} from "../../shared/console/endpoints.ts";
import {
  listMyDevices,
  revokeMyDevice,
  showMe,
  signOutMember,
} from "../../shared/members/endpoints.ts";
import type { Caller } from "../test-house.ts";
import { forget } from "./known.ts";
import type { Who } from "./test-everybody.ts";
import { brandId, type Scene, storeId } from "./test-scene.ts";

type Revoked = {
  caller: { who: Who; as: Caller };
  revoke: () => Promise<unknown>;
  /** Who still asks with what is left. */
  left?: Who;
};

const admin = (scene: Scene): Promise<Caller> =>
  scene.staff("hq-admin", { brand: null, store: null });

const lastId = async (scene: Scene, table: string): Promise<string> =>
  String((await scene.db.execute(`select id from ${table} order by rowid desc limit 1`))[0]!.id);

const staffOf = async (scene: Scene, role: "auditor" | "hq-finance" | "store-manager") => {
  const as = await scene.staff(role, role === "store-manager" ? {} : { store: null });
  return { who: role, as } as const;
};

export const revocations: Record<string, (scene: Scene) => Promise<Revoked>> = {
  "a member who signed out": async (scene) => {
    const { caller: as } = await scene.member();
    // The cookie was copied before.
    const copy = { ...as, cookies: new Map(as.cookies) };
    return {
      caller: { who: "member", as: copy },
      revoke: () => scene.ask(signOutMember, {}, as),
    };
  },
  "a member whose phone was removed": async (scene) => {
    const { caller: as } = await scene.member();
    const { devices } = await scene.ask(listMyDevices, {}, as);
    const copy = { ...as, cookies: new Map(as.cookies) };
    return {
      caller: { who: "member", as: copy },
      revoke: () => scene.ask(revokeMyDevice, { params: { device: devices[0]!.id } }, as),
    };
  },
  "a member who was frozen": async (scene) => {
    const { caller: as } = await scene.member();
    const { id: member } = (await scene.ask(showMe, {}, as)).member;
    const office = await admin(scene);
    const body = { state: "frozen", reason: "疑似盗用" } as const;
    return {
      caller: { who: "member", as },
      revoke: () => scene.ask(changeMemberState, { params: { member }, body }, office),
    };
  },
  "a kiosk that was revoked": async (scene) => {
    const as = await scene.terminal("kiosk");
    const office = await admin(scene);
    return {
      caller: { who: "kiosk", as },
      revoke: () => scene.ask(revokeTerminal, { params: { terminal: as.terminalId } }, office),
    };
  },
  "a cashier whose counter was revoked": async (scene) => {
    const counter = await scene.terminal("counter");
    const as = await scene.staff("cashier", {}, counter);
    const office = await admin(scene);
    return {
      caller: { who: "cashier", as },
      revoke: () => scene.ask(revokeTerminal, { params: { terminal: counter.terminalId } }, office),
    };
  },
  "a cashier who was suspended": async (scene) => {
    const as = await scene.staff("cashier", {}, await scene.terminal("counter"));
    return {
      caller: { who: "cashier", as },
      revoke: await suspended(scene, as.staffId),
      left: "counter",
    };
  },
  "a manager who was suspended": async (scene) => {
    const { who, as } = await staffOf(scene, "store-manager");
    return { caller: { who, as }, revoke: await suspended(scene, as.staffId) };
  },
  "an auditor whose role was taken": async (scene) => {
    const { who, as } = await staffOf(scene, "auditor");
    return {
      caller: { who, as },
      revoke: async () => {
        await scene.db.execute("delete from staff_grant where staff_id = ?", [as.staffId]);
        forget(scene.db, as.staffId);
      },
    };
  },
  "finance after twelve hours": async (scene) => {
    const { who, as } = await staffOf(scene, "hq-finance");
    return {
      caller: { who, as },
      revoke: async () => {
        await scene.db.execute("update session set expires_at = ? where subject_id = ?", [
          scene.clock.now,
          as.staffId,
        ]);
        forget(scene.db, as.staffId);
      },
    };
  },
  "a till whose key was revoked": (scene) => keyed(scene, "pos"),
  "a system whose key was revoked": (scene) => keyed(scene, "integration"),
};

const suspended = async (scene: Scene, staff: string) => {
  const office = await admin(scene);
  return () =>
    scene.ask(changeStaffState, { params: { staff }, body: { state: "disabled" } }, office);
};

const keyed = async (scene: Scene, who: "pos" | "integration"): Promise<Revoked> => {
  const as = await scene.key(brandId, who === "pos" ? storeId : null);
  const key = await lastId(scene, "api_key");
  const office = await admin(scene);
  return {
    caller: { who, as },
    revoke: () => scene.ask(revokeKey, { params: { key } }, office),
  };
};
