import type { JoinStep } from "../members/join-flow.ts";
import { JoinView, type JoinViewProps } from "../members/join-view.tsx";
import type { Trouble } from "../shell/trouble.ts";
import { daysFromNow, here, offlineEmpty, waiting } from "./people.ts";
import { brands } from "./shops.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};

const door = (
  step: JoinStep,
  more: Partial<JoinViewProps> = {},
  trouble: Trouble | null = null,
  phone = "13816486027",
) => (
  <JoinView
    join={{ step, invite: "", brandId: brands[0]?.id ?? null, phone, busy: false, trouble }}
    invitation={null}
    brands={here({ brands, demo: true })}
    phoneFits
    onRetry={nothing}
    onBrand={nothing}
    onPhone={nothing}
    onSendCode={nothing}
    onHandIn={nothing}
    onEnrol={nothing}
    onGoIn={nothing}
    onStartOver={nothing}
    {...more}
  />
);

const refused = (code: string, fields = {}) => ({ offline: false, code, fields, reference: null });
const code = { at: "code", requestId: "otp_0190000001", resendAt: Date.now() + 47_000 } as const;

/** The way in. */
export const joinStates: BenchState[] = [
  { name: "join", outside: true, draw: () => door({ at: "phone" }, {}, null, "") },
  {
    name: "join-invited",
    outside: true,
    draw: () =>
      door({ at: "phone" }, {
        invitation: {
          brandId: brands[0]!.id,
          referrerNameMasked: "林**",
          friendPoints: 30,
          minSaleFen: 0,
          waitDays: 7,
        },
      }),
  },
  { name: "join-typed", outside: true, draw: () => door({ at: "phone" }) },
  {
    name: "join-too-many",
    outside: true,
    draw: () => door({ at: "phone" }, {}, refused("too-many", { retryAfterSeconds: 60 })),
  },
  { name: "join-loading", outside: true, draw: () => door({ at: "phone" }, { brands: waiting }) },
  {
    name: "join-offline",
    outside: true,
    draw: () => door({ at: "phone" }, { brands: offlineEmpty }),
  },
  { name: "join-code", outside: true, draw: () => door(code) },
  {
    name: "join-code-wrong",
    outside: true,
    draw: () => door(code, {}, refused("code-wrong", { triesLeft: 3 })),
  },
  {
    name: "join-devices-full",
    outside: true,
    draw: () =>
      door({
        at: "devices-full",
        requestId: "otp_0190000001",
        code: "204816",
        devices: ["iPhone · Safari", "Android · WeChat", "HarmonyOS · Huawei"].map((label, n) => ({
          id: `dev_019000000${n}`,
          label,
          seenAt: daysFromNow(-n * 20),
        })),
      }),
  },
  {
    name: "join-profile",
    outside: true,
    draw: () => door({ at: "profile", enrolToken: "e" }),
  },
  {
    name: "join-profile-late",
    outside: true,
    draw: () => door({ at: "profile", enrolToken: "e" }, {}, refused("code-expired")),
  },
  {
    name: "join-done",
    outside: true,
    draw: () => door({ at: "done", name: "林晓梅", points: 200 }),
  },
];
