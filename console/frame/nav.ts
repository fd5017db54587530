import {
  BadgeCheck,
  Cake,
  CircleCheckBig,
  ClipboardList,
  Coins,
  FlaskConical,
  Gift,
  HandCoins,
  KeyRound,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  MonitorSmartphone,
  Package,
  PackageSearch,
  ReceiptText,
  Scale,
  ScrollText,
  SlidersHorizontal,
  Store,
  UserCog,
  Users,
} from "lucide-preact";
import type { ReadonlySignal } from "@preact/signals";
import type { Permission } from "../../shared/access.ts";
import type { ShellWording } from "../../shared/wording/console/shell/zh.ts";
import { waitingCount } from "../approvals/waiting-count.ts";
import { mayI } from "../session.ts";

type Label =
  | "overview"
  | "approvals"
  | "members"
  | "birthdays"
  | "programme"
  | "tryIt"
  | "whatIf"
  | "plan"
  | "gifts"
  | "giftOrders"
  | "surveys"
  | "tiers"
  | "budgets"
  | "stores"
  | "goodsPage"
  | "terminals"
  | "staff"
  | "rolesPage"
  | "parameters"
  | "keys"
  | "log";

/** A screen that the navigation leads to. */
export interface Place {
  label: Label;
  href: string;
  icon: LucideIcon;
  needs: Permission;
  /** The letter after G that goes there. */
  letter: string;
  /** How much waits there for whoever is signed in. */
  count?: ReadonlySignal<number>;
}

export interface PlaceGroup {
  label: keyof ShellWording["groups"];
  places: readonly Place[];
}

/** The navigation, by work: what a person does, not which table it is in. */
export const groups: readonly PlaceGroup[] = [
  {
    label: "today",
    places: [
      {
        label: "overview",
        href: "/console/",
        icon: LayoutDashboard,
        needs: "console.enter",
        letter: "o",
      },
      {
        label: "approvals",
        href: "/console/approvals",
        icon: CircleCheckBig,
        needs: "approval.see",
        letter: "a",
        count: waitingCount,
      },
    ],
  },
  {
    label: "members",
    places: [
      {
        label: "members",
        href: "/console/members",
        icon: Users,
        needs: "member.look-up",
        letter: "m",
      },
      {
        label: "birthdays",
        href: "/console/birthdays",
        icon: Cake,
        needs: "member.look-up",
        letter: "h",
      },
      {
        label: "tiers",
        href: "/console/tiers",
        icon: Layers,
        needs: "programme.read",
        letter: "v",
      },
      {
        label: "surveys",
        href: "/console/surveys",
        icon: ClipboardList,
        needs: "survey.see",
        letter: "q",
      },
    ],
  },
  {
    label: "programme",
    places: [
      {
        label: "programme",
        href: "/console/programme",
        icon: Coins,
        needs: "programme.read",
        letter: "p",
      },
      {
        label: "tryIt",
        href: "/console/try-it",
        icon: ReceiptText,
        needs: "programme.try",
        letter: "y",
      },
      {
        label: "whatIf",
        href: "/console/what-if",
        icon: FlaskConical,
        needs: "programme.try",
        letter: "w",
      },
    ],
  },
  {
    label: "gifts",
    places: [
      { label: "gifts", href: "/console/gifts", icon: Gift, needs: "gift.see", letter: "g" },
      {
        label: "giftOrders",
        href: "/console/gift-orders",
        icon: Package,
        needs: "order.see",
        letter: "d",
      },
      {
        label: "goodsPage",
        href: "/console/goods",
        icon: PackageSearch,
        needs: "goods.read",
        letter: "n",
      },
    ],
  },
  {
    label: "money",
    places: [
      { label: "plan", href: "/console/plan", icon: Scale, needs: "programme.try", letter: "f" },
      {
        label: "budgets",
        href: "/console/budgets",
        icon: HandCoins,
        needs: "programme.read",
        letter: "b",
      },
    ],
  },
  {
    label: "places",
    places: [
      { label: "stores", href: "/console/stores", icon: Store, needs: "place.read", letter: "s" },
      {
        label: "terminals",
        href: "/console/terminals",
        icon: MonitorSmartphone,
        needs: "terminal.read",
        letter: "t",
      },
      { label: "staff", href: "/console/staff", icon: UserCog, needs: "staff.read", letter: "e" },
      {
        label: "rolesPage",
        href: "/console/roles",
        icon: BadgeCheck,
        needs: "role.read",
        letter: "r",
      },
    ],
  },
  {
    label: "system",
    places: [
      {
        label: "parameters",
        href: "/console/parameters",
        icon: SlidersHorizontal,
        needs: "parameter.read",
        letter: "c",
      },
      { label: "keys", href: "/console/keys", icon: KeyRound, needs: "key.manage", letter: "k" },
      { label: "log", href: "/console/log", icon: ScrollText, needs: "log.read", letter: "l" },
    ],
  },
];

/** The groups with the places that the role may see; empty groups are left out. */
export const openGroups = (): PlaceGroup[] =>
  groups.map((group) => ({ ...group, places: group.places.filter((place) => mayI(place.needs)) }))
    .filter((group) => group.places.length > 0);

/** All places that the role may see. */
export const openPlaces = (): Place[] => openGroups().flatMap((group) => group.places);

/** Is this the place that a path belongs to? */
export const isAt = (place: Place, path: string): boolean => {
  const own = place.href.replace(/\/$/, "");
  return own === "/console" ? path === own : path === own || path.startsWith(`${own}/`);
};
