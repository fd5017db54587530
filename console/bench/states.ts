import { frameStates } from "./frame-states.tsx";
import type { BenchState } from "./state.ts";

/** Everything on the bench. */
export const states: readonly BenchState[] = [...frameStates];
