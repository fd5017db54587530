import { signInConsole } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { helpOpen } from "../frame/keyboard.tsx";
import { Broken, Lost } from "../frame/lost.tsx";
import { OverviewScreen } from "../overview/screen.tsx";
import { expired } from "../session.ts";
import { SignInAgain, SignInScreen } from "../sign-in/screen.tsx";
import { now } from "./data/places.ts";
import { quietOverview } from "./data/overview.ts";
import { door } from "./doors.ts";
import { showOverview } from "../../shared/console/endpoints.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const typeSignIn = inTurn(
  () => type("input[autocomplete=username]", "chen.liqun"),
  () => type("input[type=password]", "correct horse battery"),
  () => type(".code-field", "123456"),
);

/** The frame, the way in and the overview. */
export const frameStates: readonly BenchState[] = [
  { name: "sign-in", bare: true, draw: () => <SignInScreen /> },
  {
    name: "sign-in/wrong",
    bare: true,
    doors: [door(signInConsole, () => {
      throw new Problem("sign-in-wrong");
    })],
    draw: () => <SignInScreen />,
    act: inTurn(typeSignIn, () => press("button[type=submit]"), pause(100)),
  },
  {
    name: "sign-in/locked",
    bare: true,
    doors: [door(signInConsole, () => {
      throw new Problem("sign-in-locked", { lockedUntil: now + 900_000 });
    })],
    draw: () => <SignInScreen />,
    act: inTurn(typeSignIn, () => press("button[type=submit]"), pause(100)),
  },
  {
    name: "sign-in/empty-sent",
    bare: true,
    draw: () => <SignInScreen />,
    act: inTurn(() => press("button[type=submit]"), pause(100)),
  },
  {
    name: "sign-in/down",
    bare: true,
    mood: "down",
    draw: () => <SignInScreen />,
    act: inTurn(typeSignIn, () => press("button[type=submit]"), pause(2_000)),
  },
  { name: "overview", draw: () => <OverviewScreen /> },
  { name: "overview/manager", role: "store-manager", draw: () => <OverviewScreen /> },
  {
    name: "overview/quiet",
    doors: [door(showOverview, () => quietOverview())],
    draw: () => <OverviewScreen />,
  },
  { name: "overview/loading", mood: "slow", draw: () => <OverviewScreen /> },
  { name: "overview/down", mood: "down", draw: () => <OverviewScreen /> },
  { name: "overview/broken", mood: "broken", draw: () => <OverviewScreen /> },
  {
    name: "frame/account",
    draw: () => <OverviewScreen />,
    act: () => press(".account-button"),
  },
  {
    name: "frame/passkey",
    draw: () => <OverviewScreen />,
    act: inTurn(() => press(".account-button"), () => press(".account-menu .button")),
  },
  {
    name: "frame/keys",
    draw: () => <OverviewScreen />,
    act: () => {
      helpOpen.value = true;
      return Promise.resolve();
    },
  },
  {
    name: "frame/expired",
    draw: () => (
      <>
        <OverviewScreen />
        <SignInAgain />
      </>
    ),
    act: () => {
      expired.value = true;
      return Promise.resolve();
    },
  },
  { name: "frame/lost", draw: () => <Lost /> },
  { name: "frame/broken", draw: () => <Broken /> },
];
