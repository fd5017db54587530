import { ChevronLeft } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { commonWords, IconButton } from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import "./screen.css";

export interface ScreenProps {
  title: string;
  /** Shows an arrow; goes back, or to this path when there is nothing to go back to. */
  backTo?: string;
  action?: ComponentChildren;
  /** The title is for screen readers and the window alone. */
  headless?: boolean;
  children: ComponentChildren;
}

let first = true;

/** One page of the app: title, content, focus on the title when it was navigated to. */
export function Screen(props: ScreenProps) {
  const { title, backTo, action, headless, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { route } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${words.value.app}`;
  }, [title]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <main class="screen" id="main">
      <header class={headless ? "sr-only" : "screen-head"}>
        {backTo && (
          <IconButton
            label={commonWords.value.back}
            icon={<ChevronLeft />}
            onClick={() => history.length > 1 ? history.back() : route(backTo, true)}
          />
        )}
        <h1 ref={heading} tabIndex={-1} class="screen-title">{title}</h1>
        {action}
      </header>
      {children}
    </main>
  );
}
