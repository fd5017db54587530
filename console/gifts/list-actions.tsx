import { Plus, Rows3 } from "lucide-preact";
import { Button, ButtonLink } from "../../shared/ui/index.ts";
import { ExportButton } from "../frame/export-button.tsx";
import { mayI } from "../session.ts";
import { words } from "./words.ts";

/** What can be done with the list of gifts, for who may. */
export function ListActions(props: { onShelves: () => void }) {
  const t = words.value;
  return (
    <>
      <ExportButton asked={{ list: "gifts" }} />
      {mayI("gift.manage") && (
        <>
          <Button data-act="shelves" icon={<Rows3 />} onClick={props.onShelves}>
            {t.mall.shelves}
          </Button>
          <ButtonLink variant="primary" icon={<Plus />} href="/console/gifts/new">
            {t.add}
          </ButtonLink>
        </>
      )}
    </>
  );
}
