import { ChevronLeft } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ErrorState, LoadingState } from "../../shared/ui/index.ts";
import { failureText } from "../failure.ts";
import type { Loaded } from "../use-load.ts";
import { shellWords } from "../words.ts";

export interface PageProps {
  title: string;
  /** One line under the title: what this screen is for, or what it shows. */
  lead?: ComponentChildren;
  /** Beside the title in the same line. */
  mark?: ComponentChildren;
  actions?: ComponentChildren;
  /** Where this screen was opened from. */
  back?: { href: string; label: string };
  children: ComponentChildren;
}

let seenOne = false;

/** A screen: names the document, and takes the focus when one arrives from another screen. */
export function Page(props: PageProps) {
  const { title, lead, mark, actions, back, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = shellWords.value.title(title);
  }, [title, shellWords.value]);
  useEffect(() => {
    if (seenOne) heading.current?.focus({ preventScroll: true });
    seenOne = true;
  }, []);
  return (
    <div class="page">
      {back && (
        <a class="page-back" href={back.href}>
          <ChevronLeft aria-hidden="true" />
          {back.label}
        </a>
      )}
      <header class="page-head">
        <div class="page-heading">
          <h1 class="page-title" tabIndex={-1} ref={heading}>{title}</h1>
          {mark}
          {lead && <p class="page-lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Draws what was loaded; before that a spinner, after a failure the reason and a way on. */
export function WhenLoaded<T>(
  props: {
    from: Loaded<T>;
    /** Drawn while nothing is there yet, instead of a spinner. */
    waiting?: ComponentChildren;
    children: (data: T) => ComponentChildren;
  },
) {
  const { from, waiting, children } = props;
  if (from.data !== undefined) {
    return (
      <>
        {from.failure && <LoadFailure from={from} />}
        {children(from.data)}
      </>
    );
  }
  if (from.failure) return <LoadFailure from={from} />;
  return <>{waiting ?? <LoadingState />}</>;
}

function LoadFailure<T>({ from }: { from: Loaded<T> }) {
  if (!from.failure) return null;
  const { title, hint, reference } = failureText(from.failure);
  const offline = from.failure.kind === "unreachable";
  const words = offline ? {} : { title, hint };
  return (
    <ErrorState
      {...words}
      offline={offline}
      reference={reference}
      onRetry={from.reload}
      busy={from.loading}
    />
  );
}
