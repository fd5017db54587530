import { Coins, Gift, type LucideIcon, MonitorSmartphone, Search } from "lucide-preact";
import { ButtonLink, Panel } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { words } from "./words.ts";

/** The way to what this role does most. */
export function Tasks() {
  const t = words.value;
  const tasks: [boolean, string, string, LucideIcon][] = [
    [mayI("member.look-up"), "/console/members", t.taskMember, Search],
    [mayI("terminal.approve"), "/console/terminals", t.taskPairing, MonitorSmartphone],
    [mayI("programme.publish"), "/console/programme", t.taskRules, Coins],
    [mayI("gift.manage"), "/console/gifts/new", t.taskGift, Gift],
  ];
  return (
    <Panel title={t.tasks}>
      <div class="inline">
        {tasks.filter(([open]) => open).map(([, href, label, Icon]) => (
          <ButtonLink key={href} href={href} icon={<Icon />}>{label}</ButtonLink>
        ))}
      </div>
    </Panel>
  );
}
