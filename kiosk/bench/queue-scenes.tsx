/** The counter while it is locked, cut off, or waits to hear how something ended. @module */
import { Problem } from "../../shared/problems.ts";
import { findSales, recordSale } from "../../shared/sales/endpoints.ts";
import { listTasks } from "../../shared/offline/endpoints.ts";
import { memoryDrawer } from "../commands/command.ts";
import { unresolvedOpen, useDrawer } from "../counter/commands.ts";
import { member, memberTrouble } from "../counter/member.ts";
import { here } from "../offline/box.ts";
import { needsPerson, tally } from "../offline/state.ts";
import { sumNow } from "../sale/agreed.ts";
import * as sale from "../sale/sale.ts";
import { SignIn } from "../sign-in/screen.tsx";
import { staff } from "../terminal/standing.ts";
import { counterAt, cutOff, lost, ringing, scene, withoutNetwork } from "./counter-scenes.tsx";
import { staffNames } from "./places.ts";
import { type Scene, setUp } from "./scene.ts";
import { answers } from "./transport.ts";

/** The lock screen with so many operations in the queue. */
const locked = (more: { person?: boolean; offline?: boolean; chosen?: boolean }) => () => {
  setUp("counter", more.offline ? withoutNetwork : []);
  staff.value = null;
  tally.value = { waiting: 12, refused: 0 };
  needsPerson.value = more.person ?? false;
  if (more.offline) cutOff();
  return <SignIn byIdle {...(more.chosen ? { chosen: staffNames[1]! } : {})} />;
};

const rooms: Scene[] = [
  scene("returns-none-offline", "Returns never loaded, without network", () => {
    const shown = counterAt("returns", () => {}, [
      ...withoutNetwork,
      answers(findSales, "unreachable"),
    ]);
    cutOff();
    return shown;
  }),
  scene("claims-offline", "Gifts without network", () => {
    const shown = counterAt("claims", () => {}, withoutNetwork);
    cutOff();
    return shown;
  }),
  scene("queue-offline", "The queue room without network", () => {
    const shown = counterAt("queue", () => {}, [
      ...withoutNetwork,
      answers(listTasks, "unreachable"),
    ]);
    cutOff();
    return shown;
  }),
  scene(
    "queue-failed",
    "Tasks not to be had",
    () => counterAt("queue", () => {}, [answers(listTasks, new Problem("internal"))]),
  ),
];

export const queueScenes: Scene[] = [
  scene("locked-sending", "Locked while the queue is sent", locked({})),
  scene("locked-person", "Locked, the queue waits for a person", locked({ person: true })),
  scene("locked-pin", "Locked, PIN, without network", locked({ offline: true, chosen: true })),
  scene(
    "member-frozen",
    "A frozen card",
    ringing(() => {
      member.value = null;
      memberTrouble.value = new Problem("card-frozen", { state: "lost" });
    }),
  ),
  scene("pay-cut", "The network goes while it is sent", () => {
    const shown = ringing(() => {
      const agreed = sumNow.value;
      sale.phase.value = { name: "unknown", command: lost, lines: [], busy: false, agreed };
    }, withoutNetwork)();
    cutOff();
    return shown;
  }),
  scene("unresolved-offline", "Outcomes not known, without network", () => {
    const shown = ringing(() => {}, [...withoutNetwork, answers(recordSale, "unreachable")])();
    const drawer = memoryDrawer();
    void drawer.put({ ...lost, terminal: here() });
    useDrawer(drawer);
    unresolvedOpen.value = true;
    cutOff();
    return shown;
  }),
  scene("unresolved-none", "No outcome is open any more", () => {
    const shown = ringing()();
    unresolvedOpen.value = true;
    return shown;
  }),
  ...rooms,
];
