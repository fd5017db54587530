import type { AnswerOf } from "../../shared/endpoint.ts";
import type { showReferral } from "../../shared/grants/endpoints.ts";
import type { listBrands } from "../../shared/members/endpoints.ts";
import { Banner, LangSwitch, Seal } from "../../shared/ui/index.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { CodeStep } from "./code-step.tsx";
import { DevicesFullStep } from "./devices-full-step.tsx";
import type { Birthday, Join } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";
import { PhoneStep } from "./phone-step.tsx";
import { ProfileStep } from "./profile-step.tsx";
import { WelcomeStep } from "./welcome-step.tsx";
import "./join-view.css";

export interface JoinViewProps {
  join: Join;
  brands: Loaded<AnswerOf<typeof listBrands>>;
  phoneFits: boolean;
  onRetry: () => void;
  onBrand: (brandId: string) => void;
  onPhone: (digits: string) => void;
  onSendCode: () => void;
  onHandIn: (requestId: string, code: string, replaceDevice?: string) => void;
  /** Who invited, if somebody did. */
  invitation: AnswerOf<typeof showReferral> | null;
  onEnrol: (
    enrolToken: string,
    name: string,
    birthday: Birthday | null,
    invite: string,
  ) => void;
  onGoIn: () => void;
  onStartOver: () => void;
}

/** One step of the way in, on the house's own paper. */
export function JoinView(props: JoinViewProps) {
  const t = joinWords.value.join;
  return (
    <main class="join" id="main">
      <header class="join-head">
        <Seal />
        <div>
          <h1>{t.welcome}</h1>
          <p>{t.lead}</p>
        </div>
        <LangSwitch />
      </header>
      <div class="join-sheet">
        {props.invitation && props.join.step.at !== "done" && (
          <Banner
            tone="good"
            title={t.invitedBy(props.invitation.referrerNameMasked)}
          >
            {t.invitedPoints(props.invitation.friendPoints)}
          </Banner>
        )}
        <Part of={props.brands} onRetry={props.onRetry}>
          {(data) => <Step {...props} brands={data.brands} demo={data.demo} />}
        </Part>
      </div>
    </main>
  );
}

function Step(
  props: Omit<JoinViewProps, "brands"> & AnswerOf<typeof listBrands>,
) {
  const { join, demo } = props;
  const { step, busy, trouble } = join;
  switch (step.at) {
    case "phone":
      return <PhoneStep {...props} />;
    case "code":
      return (
        <CodeStep
          phone={join.phone}
          resendAt={step.resendAt}
          {...{ busy, trouble, demo }}
          onCode={(code) => props.onHandIn(step.requestId, code)}
          onResend={props.onSendCode}
          onBack={props.onStartOver}
        />
      );
    case "devices-full":
      return (
        <DevicesFullStep
          devices={step.devices}
          {...{ busy, trouble }}
          onReplace={(device) => props.onHandIn(step.requestId, step.code, device)}
          onBack={props.onStartOver}
        />
      );
    case "profile":
      return (
        <ProfileStep
          {...{ busy, trouble }}
          invite={join.invite}
          onEnrol={(name, birthday, invite) =>
            props.onEnrol(step.enrolToken, name, birthday, invite)}
        />
      );
    case "done":
      return (
        <WelcomeStep
          name={step.name}
          points={step.points}
          busy={busy}
          onGoIn={props.onGoIn}
        />
      );
  }
}
