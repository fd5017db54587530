import {
  Cake,
  CalendarDays,
  CalendarHeart,
  Clock,
  FilePlus2,
  Layers,
  type LucideIcon,
  Package,
  PackagePlus,
  Shapes,
  UserPlus,
} from "lucide-preact";
import { Dialog } from "../../shared/ui/index.ts";
import "./add-rule-dialog.css";
import { type TemplateId, templateIds } from "./templates.ts";
import { words } from "./words.ts";

const icons: Record<TemplateId, LucideIcon> = {
  "festival": CalendarHeart,
  "member-day": CalendarDays,
  "happy-hour": Clock,
  "birthday": Cake,
  "new-product": PackagePlus,
  "first-purchase": UserPlus,
  "category": Shapes,
  "fixed": Package,
  "brackets": Layers,
  "blank": FilePlus2,
};

/** What a new rule starts from. */
export function AddRuleDialog(
  props: { open: boolean; onClose: () => void; onChoose: (template: TemplateId) => void },
) {
  const t = words.value.add;
  return (
    <Dialog open={props.open} title={t.title} size="l" onClose={props.onClose}>
      <p class="soft">{t.lead}</p>
      <ul class="template-cards">
        {templateIds.map((id) => {
          const Icon = icons[id];
          return (
            <li key={id}>
              <button
                type="button"
                class="template-card"
                data-template={id}
                onClick={() => props.onChoose(id)}
              >
                <Icon aria-hidden="true" />
                <span class="template-name">{t.templates[id].name}</span>
                <span class="template-hint">{t.templates[id].hint}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
