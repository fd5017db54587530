import { signal } from "@preact/signals";
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from "preact-iso";
import { ErrorState, Seal, Spinner, Toasts, withWording } from "../../shared/ui/index.ts";
import Card from "../cards/screen.tsx";
import { standing } from "../members/session.ts";
import { words } from "../words.ts";
import { Banners } from "./banners.tsx";
import { BASE } from "./base.ts";
import { TabBar } from "./tab-bar.tsx";
import "./app.css";

const Join = lazy(() => withWording(import("../members/join-screen.tsx")));
const Points = lazy(() => withWording(import("../points/screen.tsx")));
const Entry = lazy(() => withWording(import("../points/entry-screen.tsx")));
const Tiers = lazy(() => withWording(import("../tiers/screen.tsx")));
const Transfers = lazy(() => withWording(import("../transfers/screen.tsx")));
const Gifts = lazy(() => withWording(import("../gifts/screen.tsx")));
const Gift = lazy(() => withWording(import("../gifts/gift-screen.tsx")));
const Claims = lazy(() => withWording(import("../gifts/claims-screen.tsx")));
const Claim = lazy(() => withWording(import("../gifts/claim-screen.tsx")));
const Earn = lazy(() => withWording(import("../earn/screen.tsx")));
const Programme = lazy(() => withWording(import("../programme/screen.tsx")));
const Survey = lazy(() => withWording(import("../earn/survey-screen.tsx")));
const Invite = lazy(() => withWording(import("../earn/invite-screen.tsx")));
const Shared = lazy(() => withWording(import("../earn/shared-screen.tsx")));
const Me = lazy(() => withWording(import("../members/me-screen.tsx")));
const Profile = lazy(() => withWording(import("../members/profile-screen.tsx")));
const PinRoom = lazy(() => withWording(import("../members/pin-screen.tsx")));
const Devices = lazy(() => withWording(import("../members/devices-screen.tsx")));
const Notices = lazy(() => withWording(import("../push/screen.tsx")));

/** What broke a room, if anything did. */
const failure = signal<Error | null>(null);

/**
 * The e-card: rooms behind four tabs for a member, the door for everybody else. The card itself
 * comes with the shell, so that it shows at once.
 */
export function App() {
  return (
    <LocationProvider scope={BASE.slice(0, -1)}>
      <div class="frame">
        <Banners />
        <ErrorBoundary onError={(error) => failure.value = error}>
          {failure.value ? <Failed /> : inside()}
        </ErrorBoundary>
        {standing.value === "in" && <TabBar />}
        <Toasts />
      </div>
    </LocationProvider>
  );
}

function inside() {
  if (standing.value === "starting") return <Splash />;
  if (standing.value === "out") {
    return (
      <Router>
        <Route path={`${BASE}s/:code`} component={Shared} />
        <Route default component={Join} />
      </Router>
    );
  }
  return (
    <Router>
      <Route path={BASE} component={Card} />
      <Route path={`${BASE}points`} component={Points} />
      <Route path={`${BASE}points/:journal`} component={Entry} />
      <Route path={`${BASE}tiers`} component={Tiers} />
      <Route path={`${BASE}transfers`} component={Transfers} />
      <Route path={`${BASE}gifts`} component={Gifts} />
      <Route path={`${BASE}gifts/:gift`} component={Gift} />
      <Route path={`${BASE}claims`} component={Claims} />
      <Route path={`${BASE}claims/:claim`} component={Claim} />
      <Route path={`${BASE}earn`} component={Earn} />
      <Route path={`${BASE}earn/rules`} component={Programme} />
      <Route path={`${BASE}earn/surveys/:survey`} component={Survey} />
      <Route path={`${BASE}earn/invite`} component={Invite} />
      <Route path={`${BASE}s/:code`} component={Shared} />
      <Route path={`${BASE}me`} component={Me} />
      <Route path={`${BASE}profile`} component={Profile} />
      <Route path={`${BASE}pin`} component={PinRoom} />
      <Route path={`${BASE}devices`} component={Devices} />
      <Route path={`${BASE}notices`} component={Notices} />
      <Route default component={Card} />
    </Router>
  );
}

/** A room that did not arrive or broke. A fresh start fetches it again. */
function Failed() {
  return (
    <main class="screen">
      <h1 class="sr-only">{words.value.app}</h1>
      <ErrorState offline={!navigator.onLine} onRetry={() => location.reload()} />
    </main>
  );
}

function Splash() {
  return (
    <main class="splash" aria-busy="true">
      <h1 class="sr-only">{words.value.app}</h1>
      <Seal />
      <Spinner size="m" />
    </main>
  );
}
