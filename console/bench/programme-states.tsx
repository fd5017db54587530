import { changeDraft, showDraft, showProgramme } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { EditorScreen } from "../programme/editor-screen.tsx";
import { ProgrammeScreen } from "../programme/screen.tsx";
import { market } from "./data/places.ts";
import { comingProgramme, draft, emptyProgramme } from "./data/programme.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const path = "/console/programme";
const screen = () => <ProgrammeScreen />;
const editor = () => <EditorScreen brand={market} draft={draft.id} />;
const tab = (n: number) => () => press(`.tab:nth-child(${n})`);
const openRule = (id: string) => () => press(`[data-rule="${id}"] .card-main`);
const add = (template: string) =>
  inTurn(() => press("add-rule"), () => press(`[data-template="${template}"]`));
const inFields = "dialog[open] .side-panel-fields";

/** The programme, its calendar and versions. */
const looking: readonly BenchState[] = [
  { name: "programme", path, draw: screen },
  { name: "programme/manager", path, role: "store-manager", draw: screen },
  {
    name: "programme/coming",
    path,
    doors: [door(showProgramme, () => comingProgramme)],
    draw: screen,
  },
  { name: "programme/calendar", path, draw: screen, act: inTurn(pause(100), tab(2)) },
  {
    name: "programme/calendar-day",
    path,
    draw: screen,
    act: inTurn(pause(100), tab(2), () => press('[data-day="2026-11-25"]')),
  },
  {
    name: "programme/calendar-festival",
    path,
    draw: screen,
    act: inTurn(
      pause(100),
      tab(2),
      ...[1, 2, 3].map(() => () => press(".panel-head .icon-button:last-child")),
      () => press('[data-day="2027-02-06"]'),
    ),
  },
  {
    name: "programme/versions",
    path,
    draw: screen,
    act: inTurn(pause(100), tab(3), () => press(".list button.row")),
  },
  {
    name: "programme/again",
    path,
    draw: screen,
    act: inTurn(
      pause(100),
      tab(3),
      () => press(".list li:nth-child(2) button.row"),
      () => press("again"),
    ),
  },
  {
    name: "programme/none",
    path,
    doors: [door(showProgramme, () => emptyProgramme)],
    draw: screen,
  },
  { name: "programme/loading", path, mood: "slow", draw: screen },
  { name: "programme/down", path, mood: "down", draw: screen },
];

/** The editor of a draft. */
const editing: readonly BenchState[] = [
  { name: "editor", path, draw: editor },
  { name: "editor/findings", path, draw: () => <EditorScreen brand={market} draft="drf_broken" /> },
  { name: "editor/add", path, draw: editor, act: () => press("add-rule") },
  { name: "editor/rule", path, draw: editor, act: openRule("member-day") },
  { name: "editor/rule-festival", path, draw: editor, act: add("festival") },
  { name: "editor/rule-product", path, draw: editor, act: openRule("new-rice") },
  {
    name: "editor/rule-goods",
    path,
    draw: editor,
    act: inTurn(
      openRule("double-eleven"),
      () => type(`${inFields} .product-picker input`, "米"),
      pause(500),
    ),
  },
  { name: "editor/rule-brackets", path, draw: editor, act: add("brackets") },
  {
    name: "editor/rule-wrong",
    path,
    draw: editor,
    act: inTurn(
      openRule("happy-hour"),
      () => type(`${inFields} .fields-2 input`, ""),
      () => type(`${inFields} .hour-row input`, "25:00"),
      () => press("panel-done"),
    ),
  },
  {
    name: "editor/rule-leave",
    path,
    draw: editor,
    act: inTurn(
      openRule("member-day"),
      () => type(`${inFields} .fields-2 input`, "会员狂欢日"),
      () => press("dialog[open] .side-panel-head button"),
    ),
  },
  {
    name: "editor/removed",
    path,
    draw: editor,
    act: () => press('[data-rule="fruit"] .card-deeds button:last-child'),
  },
  {
    name: "editor/group",
    path,
    draw: editor,
    act: () => press(".rule-group-head .card-deeds button:last-child"),
  },
  { name: "editor/earning", path, draw: editor, act: () => press("edit-earning") },
  { name: "editor/grants", path, draw: editor, act: () => press("edit-grants") },
  { name: "editor/offset", path, draw: editor, act: () => press("edit-offset") },
  { name: "editor/validity", path, draw: editor, act: () => press("edit-validity") },
  { name: "editor/publish", path, draw: editor, act: inTurn(() => press("publish"), pause(150)) },
  {
    name: "editor/publish-blocked",
    path,
    draw: () => <EditorScreen brand={market} draft="drf_broken" />,
    act: inTurn(() => press("publish"), pause(150)),
  },
  {
    name: "editor/behind",
    path,
    doors: [door(showProgramme, () => comingProgramme)],
    draw: editor,
  },
  {
    name: "editor/overtaken",
    path,
    draw: editor,
    doors: [
      door(showDraft, () => draft),
      door(changeDraft, () => {
        throw new Problem("changed-meanwhile");
      }),
    ],
    act: inTurn(
      () => press('[data-rule="fruit"] .card-deeds button:last-child'),
      pause(1_400),
    ),
  },
  {
    name: "editor/not-saved",
    path,
    draw: editor,
    doors: [
      door(changeDraft, () => {
        throw new Problem("internal");
      }),
    ],
    act: inTurn(
      () => press('[data-rule="fruit"] .card-deeds button:last-child'),
      pause(1_400),
    ),
  },
  {
    name: "editor/gone",
    path,
    draw: () => <EditorScreen brand={market} draft="drf_gone" />,
  },
];

export const programmeStates: readonly BenchState[] = [...looking, ...editing];
