import { CloudOff, RotateCw } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { commonWords } from "../lang.ts";
import { Button } from "./button.tsx";
import { Spinner } from "./spinner.tsx";
import "./states.css";

export interface EmptyStateProps {
  icon?: ComponentChildren;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** What stands where there is nothing to show, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="state">
      {props.icon && <span class="state-icon" aria-hidden="true">{props.icon}</span>}
      <p class="state-title">{props.title}</p>
      {props.children && <div class="state-text">{props.children}</div>}
      {props.action}
    </div>
  );
}

export interface ErrorStateProps {
  title?: string;
  /** What to do about it. */
  hint?: string;
  /** Request id that support can look up. */
  reference?: string | null;
  onRetry?: () => void;
  busy?: boolean;
  /** No answer came at all, so the network is to blame. */
  offline?: boolean;
}

/** A screen or part of it that could not be loaded, with a way to try again. */
export function ErrorState(props: ErrorStateProps) {
  const { offline, onRetry, busy, reference } = props;
  const words = commonWords.value;
  return (
    <div class="state" role="alert">
      <span class="state-icon" aria-hidden="true">
        <CloudOff />
      </span>
      <p class="state-title">
        {props.title ?? (offline ? words.noNetworkTitle : words.failedTitle)}
      </p>
      <p class="state-text">{props.hint ?? (offline ? words.noNetworkHint : words.failedHint)}</p>
      {reference && <p class="small faint">{words.problemReference(reference)}</p>}
      {onRetry && <Button icon={<RotateCw />} busy={busy} onClick={onRetry}>{words.retry}</Button>}
    </div>
  );
}

/** A whole area that is still loading; said aloud once. */
export function LoadingState(props: { label?: string }) {
  return (
    <div class="state" role="status">
      <Spinner size="m" />
      <p class="state-text">{props.label ?? commonWords.value.loading}</p>
    </div>
  );
}
