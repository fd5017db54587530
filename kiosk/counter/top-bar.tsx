import {
  CircleAlert,
  CreditCard,
  Gift,
  HandCoins,
  Lock,
  type LucideIcon,
  ScanBarcode,
  Undo2,
  Wifi,
  WifiOff,
} from "lucide-preact";
import { Button, LangSwitch, Seal } from "../../shared/ui/index.ts";
import { nameOf } from "../shell/name-in.ts";
import { signOut } from "../sign-in/sign-in.ts";
import { OfflineIndicator } from "../offline/indicator.tsx";
import { online } from "../terminal/ask.ts";
import { staff, terminal } from "../terminal/standing.ts";
import { unresolved, unresolvedOpen } from "./commands.ts";
import { room, ROOM_KEYS, ROOMS, type Tab } from "./room.ts";
import { counterWords } from "./words.ts";

const ICONS: Record<Tab, LucideIcon> = {
  sale: ScanBarcode,
  returns: Undo2,
  claims: Gift,
  enrol: CreditCard,
  budget: HandCoins,
};

/** Where the counter stands, its rooms, who works at it. */
export function TopBar() {
  const t = counterWords.value;
  const view = terminal.value;
  return (
    <header class="top-bar">
      <span class="top-bar-place">
        <Seal />
        <span>
          <strong>{view ? nameOf(view.store) : ""}</strong>
          <span class="small soft">{view?.terminal.label}</span>
        </span>
      </span>
      <nav class="top-bar-rooms" aria-label={t.rooms.label}>
        {ROOMS.map((name) => <RoomTab key={name} name={name} />)}
      </nav>
      <div class="top-bar-end">
        {unresolved.value.length > 0 && (
          <Button
            size="s"
            variant="danger"
            title={t.shell.unresolved(unresolved.value.length)}
            aria-label={t.shell.unresolved(unresolved.value.length)}
            icon={<CircleAlert />}
            onClick={() => unresolvedOpen.value = true}
          >
            <span class="top-bar-said">{t.shell.unresolved(unresolved.value.length)}</span>
            <span class="top-bar-count numbers" aria-hidden="true">
              {unresolved.value.length}
            </span>
          </Button>
        )}
        <OfflineIndicator />
        <span
          class={`top-bar-net ${online.value ? "" : "top-bar-cut"}`}
          role="img"
          aria-label={online.value ? t.shell.online : t.shell.offline}
          title={online.value ? t.shell.online : t.shell.offline}
        >
          {online.value ? <Wifi aria-hidden="true" /> : <WifiOff aria-hidden="true" />}
        </span>
        <LangSwitch />
        <Button
          size="s"
          icon={<Lock />}
          title={t.shell.lock}
          aria-label={[t.shell.lock, staff.value?.name].filter(Boolean).join(" · ")}
          onClick={() => signOut()}
        >
          <span class="top-bar-who">{staff.value?.name ?? t.shell.lock}</span>
        </Button>
      </div>
    </header>
  );
}

function RoomTab(props: { name: Tab }) {
  const { name } = props;
  const Icon = ICONS[name];
  return (
    <button
      type="button"
      class="room-tab"
      aria-current={room.value === name ? "page" : undefined}
      aria-keyshortcuts={ROOM_KEYS[name]}
      onClick={() => room.value = name}
    >
      <Icon aria-hidden="true" />
      {counterWords.value.rooms[name]}
      <kbd>{ROOM_KEYS[name]}</kbd>
    </button>
  );
}
