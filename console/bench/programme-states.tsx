import { publishRules, showProgramme } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { EditorScreen } from "../programme/editor-screen.tsx";
import { ProgrammeScreen } from "../programme/screen.tsx";
import { market } from "./data/places.ts";
import {
  comingProgramme,
  emptyProgramme,
  overtakenProgramme,
  programme,
} from "./data/programme.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const path = "/console/programme";
const screen = () => <ProgrammeScreen />;
const editor = () => <EditorScreen brand={market} />;
const rate = "main input[inputmode=decimal]";

/** After the conflict the second question is answered with what the colleague published. */
let asked = 0;

/** The earning rules and their editor. */
export const programmeStates: readonly BenchState[] = [
  { name: "programme", path, draw: screen },
  { name: "programme/manager", path, role: "store-manager", draw: screen },
  {
    name: "programme/coming",
    path,
    doors: [door(showProgramme, () => comingProgramme)],
    draw: screen,
  },
  {
    name: "programme/version-open",
    path,
    draw: screen,
    act: () => press(".list button.row"),
  },
  {
    name: "programme/none",
    path,
    doors: [door(showProgramme, () => emptyProgramme)],
    draw: screen,
  },
  { name: "programme/loading", path, mood: "slow", draw: screen },
  { name: "programme/down", path, mood: "down", draw: screen },
  { name: "editor", path, draw: editor },
  {
    name: "editor/changed",
    path,
    draw: editor,
    act: inTurn(() => type(rate, "5"), pause(100)),
  },
  {
    name: "editor/wrong",
    path,
    draw: editor,
    act: inTurn(() => type(rate, "0"), () => press("publish"), pause(100)),
  },
  {
    name: "editor/first",
    path,
    doors: [door(showProgramme, () => emptyProgramme)],
    draw: editor,
  },
  {
    name: "editor/publish",
    path,
    draw: editor,
    act: inTurn(() => type(rate, "5"), () => press("publish")),
  },
  {
    name: "editor/publish-day",
    path,
    draw: editor,
    act: inTurn(
      () => type(rate, "5"),
      () => press("publish"),
      () => press("dialog[open] .segment:last-child input"),
    ),
  },
  {
    name: "editor/overtaken",
    path,
    draw: editor,
    doors: [
      door(showProgramme, () => asked++ === 0 ? programme : overtakenProgramme),
      door(publishRules, () => {
        throw new Problem("changed-meanwhile");
      }),
    ],
    act: inTurn(
      () => type(rate, "8"),
      () => press("publish"),
      () => press("dialog[open] button[type=submit]"),
      pause(200),
    ),
  },
  {
    name: "editor/leave",
    path,
    draw: editor,
    act: inTurn(() => type(rate, "5"), () => press(".side-link"), pause(60)),
  },
];
