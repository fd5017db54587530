import {
  addStore,
  listAudit,
  listKeys,
  listPlaces,
  listStaff,
  listTerminals,
} from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { KeysScreen } from "../keys/screen.tsx";
import { LogScreen } from "../log/screen.tsx";
import { StaffScreen } from "../staff/screen.tsx";
import { StoresScreen } from "../stores/screen.tsx";
import { TerminalsScreen } from "../terminals/screen.tsx";
import { brands } from "./data/places.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const stores = () => <StoresScreen />;
const terminals = () => <TerminalsScreen />;
const people = () => <StaffScreen />;
const keys = () => <KeysScreen />;
const log = () => <LogScreen />;
const person = () => press("tbody tr:nth-child(5) .table-link");
const task = (n: number) => () => press(`dialog[open] .list > li:nth-child(${n}) .row`);
const send = () => press("dialog[open] button[type=submit]");

const storeStates: readonly BenchState[] = [
  { name: "stores", draw: stores },
  { name: "stores/auditor", role: "auditor", draw: stores },
  { name: "stores/none", doors: [door(listPlaces, () => ({ brands, stores: [] }))], draw: stores },
  { name: "stores/loading", mood: "slow", draw: stores },
  { name: "stores/add", draw: stores, act: () => press("add") },
  { name: "stores/add-wrong", draw: stores, act: inTurn(() => press("add"), send, pause(100)) },
  {
    name: "stores/taken",
    draw: stores,
    doors: [door(addStore, () => {
      throw new Problem("name-taken", { field: "code" });
    })],
    act: inTurn(
      () => press("add"),
      () => type("dialog[open] .field:nth-child(1) input", "虹口龙之梦店"),
      () => type("dialog[open] .field:nth-child(2) input", "Hongkou Longemont"),
      () => type("dialog[open] .field:nth-child(3) input", "SH01"),
      send,
      pause(100),
    ),
  },
  { name: "stores/edit", draw: stores, act: () => press(".table-link") },
].map((state) => ({ ...state, path: "/console/stores" })) as BenchState[];

const terminalStates: readonly BenchState[] = [
  { name: "terminals", draw: terminals },
  { name: "terminals/manager", role: "store-manager", draw: terminals },
  { name: "terminals/auditor", role: "auditor", draw: terminals },
  {
    name: "terminals/none",
    doors: [door(listTerminals, () => ({ terminals: [] }))],
    draw: terminals,
  },
  { name: "terminals/loading", mood: "slow", draw: terminals },
  {
    name: "terminals/found",
    draw: terminals,
    act: inTurn(
      () => type(".pairing-row input", "kqtm7wrx"),
      () => press(".pairing-row button"),
      pause(100),
    ),
  },
  {
    name: "terminals/over",
    draw: terminals,
    act: inTurn(
      () => type(".pairing-row input", "zzzzzzzz"),
      () => press(".pairing-row button"),
      pause(100),
    ),
  },
  { name: "terminals/revoke", draw: terminals, act: () => press("revoke-trm_x3") },
].map((state) => ({ ...state, path: "/console/terminals" })) as BenchState[];

const staffStates: readonly BenchState[] = [
  { name: "staff", draw: people },
  { name: "staff/manager", role: "store-manager", draw: people },
  { name: "staff/none", doors: [door(listStaff, () => ({ staff: [] }))], draw: people },
  { name: "staff/loading", mood: "slow", draw: people },
  { name: "staff/add", draw: people, act: () => press("add") },
  { name: "staff/add-wrong", draw: people, act: inTurn(() => press("add"), send, pause(100)) },
  {
    name: "staff/totp",
    draw: people,
    act: inTurn(
      () => press("add"),
      () => type("dialog[open] .field:nth-child(1) input", "顾思源"),
      () => type("dialog[open] .field:nth-child(2) input", "gu.siyuan"),
      choose("dialog[open] select", "auditor"),
      () => type("dialog[open] input[type=password]", "a long enough one"),
      send,
      pause(200),
    ),
  },
  { name: "staff/person", draw: people, act: person },
  { name: "staff/grants", draw: people, act: inTurn(person, task(1)) },
  {
    name: "staff/grants-wrong",
    draw: people,
    act: inTurn(
      person,
      task(1),
      () => press("dialog[open] .button-secondary.button-m:not(.modal-actions *)"),
      send,
      pause(100),
    ),
  },
  { name: "staff/sign-in", draw: people, act: inTurn(person, task(3)) },
  { name: "staff/pin", draw: people, act: inTurn(person, task(2)) },
  {
    name: "staff/pin-weak",
    draw: people,
    act: inTurn(
      person,
      task(2),
      () => type("dialog[open] .field input", "123456"),
      send,
      pause(100),
    ),
  },
  { name: "staff/disable", draw: people, act: inTurn(person, task(4)) },
].map((state) => ({ ...state, path: "/console/staff" })) as BenchState[];

const restStates: readonly BenchState[] = [
  { name: "keys", path: "/console/keys", draw: keys },
  {
    name: "keys/none",
    path: "/console/keys",
    doors: [door(listKeys, () => ({ keys: [] }))],
    draw: keys,
  },
  { name: "keys/add", path: "/console/keys", draw: keys, act: () => press("add") },
  {
    name: "keys/secret",
    path: "/console/keys",
    draw: keys,
    act: inTurn(
      () => press("add"),
      () => type("dialog[open] input", "静安寺店新收银系统"),
      choose("dialog[open] .fields-2 .field:last-child select", "sto_jingan"),
      send,
      pause(200),
    ),
  },
  { name: "keys/revoke", path: "/console/keys", draw: keys, act: () => press("revoke-key_old") },
  { name: "log", path: "/console/log", draw: log },
  { name: "log/open", path: "/console/log", draw: log, act: () => press("open-aud_60") },
  {
    name: "log/none",
    path: "/console/log",
    doors: [door(listAudit, () => ({ rows: [], nextBefore: null }))],
    draw: log,
  },
  { name: "log/loading", path: "/console/log", mood: "slow", draw: log },
  { name: "log/down", path: "/console/log", mood: "down", draw: log },
];

/** Chooses an option of a select. */
function choose(selector: string, value: string): () => Promise<void> {
  return () => {
    const select = document.querySelector<HTMLSelectElement>(selector);
    if (!select) throw new Error(`not on the bench: ${selector}`);
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return new Promise((resolve) => setTimeout(resolve, 60));
  };
}

/** Places, people, keys and the log. */
export const officeStates: readonly BenchState[] = [
  ...storeStates,
  ...terminalStates,
  ...staffStates,
  ...restStates,
];
