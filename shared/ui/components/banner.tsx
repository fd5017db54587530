import { CircleAlert, Info, TriangleAlert, WifiOff } from "lucide-preact";
import type { ComponentChildren } from "preact";
import "./banner.css";

export type BannerTone = "offline" | "info" | "warn" | "danger" | "good";

export interface BannerProps {
  tone: BannerTone;
  title: ComponentChildren;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

const ICONS = {
  offline: WifiOff,
  info: Info,
  warn: TriangleAlert,
  danger: CircleAlert,
  good: Info,
};

/** A strip that stays as long as what it says is true. */
export function Banner(props: BannerProps) {
  const Icon = ICONS[props.tone];
  return (
    <div class={`banner banner-${props.tone}`} role={props.tone === "danger" ? "alert" : "status"}>
      <Icon aria-hidden="true" />
      <div class="banner-text">
        <p class="banner-title">{props.title}</p>
        {props.children && <p class="banner-detail">{props.children}</p>}
      </div>
      {props.action}
    </div>
  );
}
