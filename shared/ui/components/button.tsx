import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import "./button.css";
import { Spinner } from "./spinner.tsx";

/** How much a button asks for attention; at most one primary on a screen. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends Omit<ButtonHTMLAttributes, "size" | "icon"> {
  variant?: ButtonVariant;
  size?: "s" | "m" | "l";
  /** Shows a spinner and refuses clicks, but keeps its width and stays focusable. */
  busy?: boolean;
  /** Takes the whole width. */
  block?: boolean;
  icon?: ComponentChildren;
  iconEnd?: ComponentChildren;
  children: ComponentChildren;
}

/** A button. Its type is "button" unless said otherwise. */
export function Button(props: ButtonProps) {
  const {
    variant = "secondary",
    size = "m",
    busy,
    block,
    icon,
    iconEnd,
    children,
    class: more,
    onClick,
    type = "button",
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      class={`button button-${variant} button-${size} ${block ? "button-block" : ""} ${more ?? ""}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <span class="button-icon" aria-hidden="true">{icon}</span>}
      <span class="button-label">{children}</span>
      {iconEnd && <span class="button-icon" aria-hidden="true">{iconEnd}</span>}
      {busy && <Spinner class="button-spinner" />}
    </button>
  );
}

export interface ButtonLinkProps {
  href: string;
  variant?: ButtonVariant;
  size?: "s" | "m" | "l";
  block?: boolean;
  icon?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** A link that looks like a button. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, variant = "secondary", size = "m", block, icon, class: more, children } = props;
  return (
    <a
      href={href}
      class={`button button-${variant} button-${size} ${block ? "button-block" : ""} ${more ?? ""}`}
    >
      {icon && <span class="button-icon" aria-hidden="true">{icon}</span>}
      <span class="button-label">{children}</span>
    </a>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes, "label" | "icon"> {
  /** What it does, for those who do not see the icon; also its tooltip. */
  label: string;
  icon: ComponentChildren;
  /** Small red dot, for news behind the button. */
  dot?: boolean;
}

/** A round button that shows an icon alone. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, dot, class: more, type = "button", ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      class={`icon-button ${more ?? ""}`}
      aria-label={label}
      title={label}
    >
      <span aria-hidden="true">{icon}</span>
      {dot && <span class="icon-button-dot" aria-hidden="true" />}
    </button>
  );
}
