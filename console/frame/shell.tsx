import { Keyboard } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useRef } from "preact/hooks";
import { commonWords, IconButton, Seal } from "../../shared/ui/index.ts";
import { useWaitingCount } from "../approvals/waiting-count.ts";
import { shellWords } from "../words.ts";
import { AccountMenu, PasskeyDialog } from "./account-menu.tsx";
import { helpOpen, KeyboardHelp, useKeyboard } from "./keyboard.tsx";
import { isAt, openGroups } from "./nav.ts";
import { QuickSearch } from "./quick-search.tsx";
import { useCurrentInView, useMore } from "./use-more.ts";
import "./style.css";
import "./nav-count.css";
import "./quick-search.css";
import "./side-nav.css";

/** Navigation at the side, search on top, the screen in the middle. */
export function Shell(props: { path?: string; children: ComponentChildren }) {
  const location = useLocation();
  const path = props.path ?? location.path;
  const t = shellWords.value;
  useKeyboard();
  useWaitingCount();
  return (
    <div class="shell">
      <a class="skip" href="#main">{commonWords.value.skipToContent}</a>
      <header class="side">
        <a class="side-brand" href="/console/">
          <Seal />
          <span class="side-name">
            <span class="side-word">{commonWords.value.brand}</span>
            <span class="side-sub">{t.console}</span>
          </span>
        </a>
        <SideNav path={path} />
        <AccountMenu />
      </header>
      <div class="top" role="search">
        <QuickSearch />
        <IconButton
          label={t.keysTitle}
          icon={<Keyboard />}
          onClick={() => helpOpen.value = true}
        />
      </div>
      <main id="main" class="main" tabIndex={-1}>{props.children}</main>
      <KeyboardHelp />
      <PasskeyDialog />
    </div>
  );
}

function SideNav({ path }: { path: string }) {
  const t = shellWords.value;
  const nav = useRef<HTMLElement>(null);
  useMore(nav);
  useCurrentInView(nav, path);
  return (
    <nav class="side-nav" aria-label={t.nav} ref={nav}>
      {openGroups().map((group) => (
        <div key={group.label} class="side-group">
          <p class="side-label" id={`nav-${group.label}`}>{t.groups[group.label]}</p>
          <ul aria-labelledby={`nav-${group.label}`}>
            {group.places.map((place) => (
              <li key={place.href}>
                <a
                  class="side-link"
                  href={place.href}
                  aria-current={isAt(place, path) ? "page" : undefined}
                >
                  <place.icon aria-hidden="true" />
                  <span>{t[place.label]}</span>
                  {(place.count?.value ?? 0) > 0 && (
                    <span class="side-count" title={t.waitingHere}>
                      {place.count?.value}
                      <span class="sr-only">{t.waitingHere}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
