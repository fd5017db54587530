import type { ComponentChildren, VNode } from "preact";

/** One screen in one state. */
export interface BenchState {
  /** Stands after `?at=` in the address. */
  name: string;
  draw: () => VNode;
  banner?: ComponentChildren;
  /** Without tab bar: nobody is signed in. */
  outside?: boolean;
}
