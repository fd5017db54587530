import { addRole, listRoles } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { RolesScreen } from "../roles/screen.tsx";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const roles = () => <RolesScreen />;
const send = () => press("dialog[open] button[type=submit]");

/** Roles and what they may do, in every state. */
export const roleStates: readonly BenchState[] = [
  { name: "roles", draw: roles },
  { name: "roles/auditor", role: "auditor", draw: roles },
  { name: "roles/none", doors: [door(listRoles, () => ({ roles: [] }))], draw: roles },
  { name: "roles/loading", mood: "slow", draw: roles },
  { name: "roles/add", draw: roles, act: () => press("add") },
  { name: "roles/add-wrong", draw: roles, act: inTurn(() => press("add"), send, pause(100)) },
  { name: "roles/edit", draw: roles, act: () => press("open-rol_service") },
  { name: "roles/view", role: "auditor", draw: roles, act: () => press("open-rol_service") },
  {
    name: "roles/taken",
    draw: roles,
    doors: [door(addRole, () => {
      throw new Problem("name-taken", { field: "nameZh" });
    })],
    act: inTurn(
      () => press("add"),
      () => type("dialog[open] .field:nth-child(1) input", "活动专员"),
      async () => {
        const select = document.querySelector<HTMLSelectElement>("dialog[open] select");
        if (!select) return;
        select.value = "brd_market";
        select.dispatchEvent(new Event("change", { bubbles: true }));
        await pause(60)();
      },
      send,
      pause(150),
    ),
  },
].map((state) => ({ ...state, path: "/console/roles" })) as BenchState[];
