import { signal } from "@preact/signals";
import type { AnyComponent, ComponentChildren } from "preact";
import { Component } from "preact";
import { lazy, LocationProvider, Route, Router } from "preact-iso";
import type { Permission } from "../shared/access.ts";
import { showConsoleMe } from "../shared/console/endpoints.ts";
import { Problem } from "../shared/problems.ts";
import { ErrorState, Toasts, withWording } from "../shared/ui/index.ts";
import { type Failure, failureOf } from "./failure.ts";
import { LeaveGuard } from "./form/leave-guard.tsx";
import { Broken, Lost } from "./frame/lost.tsx";
import { Shell } from "./frame/shell.tsx";
import { Splash } from "./frame/splash.tsx";
import { mayI, me, sessionBegan } from "./session.ts";
import { SignInAgain, SignInScreen } from "./sign-in/screen.tsx";
import { ask } from "./wire.ts";

const loadingRoom = signal(false);
const failed = signal<Failure | null>(null);

/** A screen that is fetched when it is first opened, and only for roles that may see it. */
const room = <P extends object>(
  needs: Permission,
  load: () => Promise<AnyComponent<P>>,
): AnyComponent<P> => {
  const Screen = lazy(() =>
    withWording(load()).catch((error): AnyComponent<P> => {
      console.error(error);
      return Broken;
    })
  ) as AnyComponent<P>;
  return (props: P) => mayI(needs) ? <Screen {...props} /> : <Lost />;
};

const Overview = room(
  "console.enter",
  () => import("./overview/screen.tsx").then((file) => file.OverviewScreen),
);
const Approvals = room(
  "approval.see",
  () => import("./approvals/screen.tsx").then((file) => file.ApprovalsScreen),
);
const Members = room(
  "member.look-up",
  () => import("./members/screen.tsx").then((file) => file.MembersScreen),
);
const Member = room(
  "member.look-up",
  () => import("./member/screen.tsx").then((file) => file.MemberScreen),
);
const Programme = room(
  "programme.read",
  () => import("./programme/screen.tsx").then((file) => file.ProgrammeScreen),
);
const ProgrammeEditor = room(
  "programme.publish",
  () => import("./programme/editor-screen.tsx").then((file) => file.EditorScreen),
);
const WhatIf = room(
  "programme.try",
  () => import("./what-if/screen.tsx").then((file) => file.WhatIfScreen),
);
const WhatIfRun = room(
  "programme.try",
  () => import("./what-if/run-screen.tsx").then((file) => file.WhatIfRunScreen),
);
const TryIt = room(
  "programme.try",
  () => import("./try-it/screen.tsx").then((file) => file.TryItScreen),
);
const Plan = room(
  "programme.try",
  () => import("./plan/screen.tsx").then((file) => file.PlanScreen),
);
const Gifts = room("gift.see", () => import("./gifts/screen.tsx").then((file) => file.GiftsScreen));
const Gift = room(
  "gift.see",
  () => import("./gifts/gift-screen.tsx").then((file) => file.GiftScreen),
);
const Birthdays = room(
  "member.look-up",
  () => import("./birthdays/screen.tsx").then((file) => file.BirthdaysScreen),
);
const Surveys = room(
  "survey.see",
  () => import("./surveys/screen.tsx").then((file) => file.SurveysScreen),
);
const Survey = room(
  "survey.see",
  () => import("./surveys/survey-screen.tsx").then((file) => file.SurveyScreen),
);
const Budgets = room(
  "programme.read",
  () => import("./budgets/screen.tsx").then((file) => file.BudgetsScreen),
);
const Tiers = room(
  "programme.read",
  () => import("./tiers/screen.tsx").then((file) => file.TiersScreen),
);
const GiftOrders = room(
  "order.see",
  () => import("./orders/screen.tsx").then((file) => file.OrdersScreen),
);
const Stores = room(
  "place.read",
  () => import("./stores/screen.tsx").then((file) => file.StoresScreen),
);
const Goods = room(
  "goods.read",
  () => import("./goods/screen.tsx").then((file) => file.GoodsScreen),
);
const Terminals = room(
  "terminal.read",
  () => import("./terminals/screen.tsx").then((file) => file.TerminalsScreen),
);
const Staff = room(
  "staff.read",
  () => import("./staff/screen.tsx").then((file) => file.StaffScreen),
);
const Roles = room(
  "role.read",
  () => import("./roles/screen.tsx").then((file) => file.RolesScreen),
);
const Parameters = room(
  "parameter.read",
  () => import("./parameters/screen.tsx").then((file) => file.ParametersScreen),
);
const Keys = room("key.manage", () => import("./keys/screen.tsx").then((file) => file.KeysScreen));
const Log = room("log.read", () => import("./log/screen.tsx").then((file) => file.LogScreen));

/** The console: whoever is signed in sees the screens of their role. */
export function App() {
  return (
    <LocationProvider scope="/console">
      <Safe>
        <Gate />
      </Safe>
      <LeaveGuard />
      <Toasts />
    </LocationProvider>
  );
}

/** The door or the rooms, once the API has said who is signed in. */
function Gate() {
  if (failed.value) {
    return <ErrorState offline={failed.value.kind === "unreachable"} onRetry={enter} />;
  }
  if (me.value === undefined) return <Splash />;
  if (me.value === null) return <SignInScreen />;
  return (
    <Shell>
      {loadingRoom.value && <div class="route-line" aria-hidden="true" />}
      <Rooms />
      <SignInAgain />
    </Shell>
  );
}

/** Asks who is signed in. */
export async function enter(): Promise<void> {
  failed.value = null;
  try {
    sessionBegan(await ask(showConsoleMe, {}));
  } catch (error) {
    if (error instanceof Problem && error.status < 500) me.value = null;
    else failed.value = failureOf(error);
  }
}

function Rooms() {
  return (
    <Router
      onLoadStart={() => loadingRoom.value = true}
      onLoadEnd={() => loadingRoom.value = false}
    >
      <Route path="/console" component={Overview} />
      <Route path="/console/approvals" component={Approvals} />
      <Route path="/console/members" component={Members} />
      <Route path="/console/members/:member" component={Member} />
      <Route path="/console/programme" component={Programme} />
      <Route path="/console/programme/:brand/drafts/:draft" component={ProgrammeEditor} />
      <Route path="/console/what-if" component={WhatIf} />
      <Route path="/console/what-if/:run" component={WhatIfRun} />
      <Route path="/console/try-it" component={TryIt} />
      <Route path="/console/plan" component={Plan} />
      <Route path="/console/gifts" component={Gifts} />
      <Route path="/console/gifts/:gift" component={Gift} />
      <Route path="/console/birthdays" component={Birthdays} />
      <Route path="/console/surveys" component={Surveys} />
      <Route path="/console/surveys/:survey" component={Survey} />
      <Route path="/console/tiers" component={Tiers} />
      <Route path="/console/budgets" component={Budgets} />
      <Route path="/console/gift-orders" component={GiftOrders} />
      <Route path="/console/stores" component={Stores} />
      <Route path="/console/goods" component={Goods} />
      <Route path="/console/terminals" component={Terminals} />
      <Route path="/console/staff" component={Staff} />
      <Route path="/console/roles" component={Roles} />
      <Route path="/console/parameters" component={Parameters} />
      <Route path="/console/keys" component={Keys} />
      <Route path="/console/log" component={Log} />
      <Route default component={Lost} />
    </Router>
  );
}

/** Catches what a screen throws while it draws. */
class Safe extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };
  override componentDidCatch(error: unknown) {
    console.error(error);
    this.setState({ broken: true });
  }
  render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
