import { Unreachable } from "../../shared/call.ts";
import { Problem } from "../../shared/problems.ts";
import { followPairing } from "../../shared/terminals/endpoints.ts";
import { ChooseUse } from "../pairing/choose-use.tsx";
import { Pairing } from "../pairing/screen.tsx";
import { App } from "../shell/app.tsx";
import { Stopped } from "../shell/stopped.tsx";
import type { PairingKept } from "../terminal/credential.ts";
import { connect } from "../terminal/ask.ts";
import { standing, startTrouble, terminal } from "../terminal/standing.ts";
import type { Scene } from "./scene.ts";
import { answers, benchTransport } from "./transport.ts";

const pairing: PairingKept = {
  kind: "kiosk",
  label: "入口自助机",
  pairingId: "par_01m4xk2q",
  code: "WDHK7QRT",
  secret: "secret",
  expiresAt: Date.now() + 9.5 * 60_000,
  privateKey: undefined as unknown as CryptoKey,
};

/** Every device scene is shown on both sizes. */
const both = (id: string, title: string, show: Scene["show"]): Scene[] =>
  (["kiosk", "counter"] as const).map((device) => ({
    id: `${device}/${id}`,
    device,
    title,
    show: () => {
      terminal.value = null;
      standing.value = "unpaired";
      return show();
    },
  }));

const frame = (children: preact.ComponentChildren) => (
  <main class="pairing">
    <div class="pairing-body">{children}</div>
  </main>
);

export const deviceScenes: Scene[] = [
  ...both("starting", "Starting", () => (standing.value = "starting", <App />)),
  ...both("pairing", "Choose the use", () => <Pairing />),
  ...both("pairing-refused", "Too many codes", () =>
    frame(
      <ChooseUse
        busy={false}
        error={new Problem("too-many", { retryAfterSeconds: 40 })}
        onChosen={() => {}}
      />,
    )),
  ...both("pairing-code", "The code", () => {
    connect(benchTransport([answers(followPairing, { state: "waiting" })]));
    return <Pairing underWay={pairing} />;
  }),
  ...both("pairing-over", "Code over", () => <Pairing underWay={{ ...pairing, expiresAt: 0 }} />),
  ...both("revoked", "Switched off", () => <Stopped why="revoked" />),
  ...both("clock", "Clock wrong", () => <Stopped why="clock-wrong" />),
  ...both("trouble", "Never connected", () => {
    startTrouble.value = new Unreachable("cut");
    return <Stopped why="trouble" />;
  }),
];
