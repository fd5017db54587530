import { changeParameters, showParameters } from "../../shared/console/endpoints.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import { Problem } from "../../shared/problems.ts";
import { ParametersScreen } from "../parameters/screen.tsx";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const parameters = () => <ParametersScreen />;
const tries = (text: string) => () => type(".parameters input[inputmode=numeric]", text);
let asked = 0;

/** General parameters, in every state. */
export const parameterStates: readonly BenchState[] = [
  { name: "parameters", draw: parameters },
  { name: "parameters/auditor", role: "auditor", draw: parameters },
  { name: "parameters/loading", mood: "slow", draw: parameters },
  {
    name: "parameters/wrong",
    draw: parameters,
    act: inTurn(tries("9999999"), () => press("save"), pause(100)),
  },
  {
    name: "parameters/overtaken",
    draw: parameters,
    doors: [
      door(changeParameters, () => {
        throw new Problem("changed-meanwhile");
      }),
      door(showParameters, () => ({
        parameters: { ...defaultParameters, ...(asked++ > 0 ? { pinTries: 3 } : {}) },
        revision: asked,
        changedAt: null,
      })),
    ],
    act: inTurn(tries("14"), () => press("save"), pause(250)),
  },
].map((state) => ({ ...state, path: "/console/parameters" })) as BenchState[];
