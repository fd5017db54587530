import { DevicesView } from "../members/devices-view.tsx";
import { MeView, type MeViewProps } from "../members/me-view.tsx";
import { PinView } from "../members/pin-view.tsx";
import { ProfileView } from "../members/profile-view.tsx";
import { NoticesView, type NoticesViewProps } from "../push/notices-view.tsx";
import { daysFromNow, failed, here, offlineEmpty, pointsAt, waiting, xiaomei } from "./people.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};

const mine = (more: Partial<MeViewProps> = {}) => (
  <MeView
    me={here({ member: xiaomei, points: pointsAt(1) })}
    installed={false}
    offer="no"
    onLater={nothing}
    busy={false}
    onRetry={nothing}
    onLang={nothing}
    onInstall={nothing}
    onSignOut={nothing}
    {...more}
  />
);

const device = (n: number, label: string, days: number, here: boolean) => ({
  id: `dev_019000000${n}`,
  label,
  createdAt: daysFromNow(-days * 9),
  seenAt: daysFromNow(-days),
  here,
});

const devices = {
  devices: [
    device(1, "iPhone · Safari", 0, true),
    device(2, "Android · WeChat", 3, false),
    device(3, "Windows · Edge", 61, false),
  ],
  max: 3,
};

const told = here({
  choices: { points: true, claims: true, lapse: true, offers: false },
  vapidPublicKey: "",
  subscribed: true,
});
const notices = (more: Partial<NoticesViewProps> = {}) => (
  <NoticesView
    notices={told}
    standing="on"
    busy={false}
    onPush={nothing}
    onChoose={nothing}
    onRetry={nothing}
    {...more}
  />
);

const refused = (code: string, fields = {}) => ({ offline: false, code, fields, reference: null });

/** "Me" and the rooms behind it. */
export const memberStates: BenchState[] = [
  { name: "me", draw: () => mine() },
  {
    name: "me-no-pin",
    draw: () =>
      mine({
        me: here({ member: { ...xiaomei, hasPin: false }, points: pointsAt(0) }),
        installed: true,
      }),
  },
  { name: "me-install", draw: () => mine({ offer: "prompt" }) },
  { name: "me-install-ios", draw: () => mine({ offer: "ios" }) },
  { name: "me-leaving", draw: () => mine({ asking: true }) },
  { name: "me-offline", draw: () => mine({ me: offlineEmpty }) },
  {
    name: "profile",
    draw: () => <ProfileView member={xiaomei} busy={false} trouble={null} onSave={nothing} />,
  },
  {
    name: "profile-failed",
    draw: () => (
      <ProfileView member={xiaomei} busy={false} trouble={offlineEmpty.trouble} onSave={nothing} />
    ),
  },
  {
    name: "pin",
    draw: () => <PinView hasPin={false} busy={false} trouble={null} onSave={nothing} />,
  },
  {
    name: "pin-change",
    draw: () => <PinView hasPin busy={false} trouble={null} onSave={nothing} />,
  },
  {
    name: "pin-weak",
    draw: () => (
      <PinView hasPin={false} busy={false} trouble={refused("pin-weak")} onSave={nothing} />
    ),
  },
  {
    name: "devices",
    draw: () => (
      <DevicesView devices={here(devices)} busy={null} onRevoke={nothing} onRetry={nothing} />
    ),
  },
  {
    name: "devices-loading",
    draw: () => <DevicesView devices={waiting} busy={null} onRevoke={nothing} onRetry={nothing} />,
  },
  {
    name: "devices-offline",
    draw: () => (
      <DevicesView devices={offlineEmpty} busy={null} onRevoke={nothing} onRetry={nothing} />
    ),
  },
  { name: "notices", draw: () => notices() },
  { name: "notices-off", draw: () => notices({ standing: "off" }) },
  { name: "notices-denied", draw: () => notices({ standing: "denied" }) },
  { name: "notices-ios", draw: () => notices({ standing: "ios-install" }) },
  { name: "notices-failed", draw: () => notices({ notices: failed }) },
];
