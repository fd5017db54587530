import { approvalStates } from "./approval-states.tsx";
import { beforeLiveStates } from "./before-live-states.tsx";
import { budgetStates } from "./budget-states.tsx";
import { frameStates } from "./frame-states.tsx";
import { giftStates } from "./gift-states.tsx";
import { memberStates } from "./member-states.tsx";
import { officeStates } from "./office-states.tsx";
import { orderStates } from "./order-states.tsx";
import { programmeStates } from "./programme-states.tsx";
import { parameterStates } from "./parameter-states.tsx";
import { roleStates } from "./role-states.tsx";
import type { BenchState } from "./state.ts";
import { surveyStates } from "./survey-states.tsx";
import { tierStates } from "./tier-states.tsx";

/** Everything on the bench. */
export const states: readonly BenchState[] = [
  ...frameStates,
  ...approvalStates,
  ...memberStates,
  ...programmeStates,
  ...beforeLiveStates,
  ...tierStates,
  ...budgetStates,
  ...giftStates,
  ...orderStates,
  ...surveyStates,
  ...officeStates,
  ...roleStates,
  ...parameterStates,
];
