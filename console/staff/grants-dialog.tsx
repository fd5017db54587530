import { Plus, Trash2 } from "lucide-preact";
import type * as z from "zod/mini";
import { changeStaffGrants } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Button, IconButton, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { type GrantDraft, GrantFields, grantFrom, grantWrong } from "./grant-fields.tsx";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

type Change = BodyOf<typeof changeStaffGrants>;

/** Most grants that a person can hold. */
const MOST = 20;

/** Everything that a person may do, and where. */
export function GrantsDialog(
  props: { person: StaffMember; onDone: () => void; onClose: () => void },
) {
  const { person } = props;
  const t = words.value;
  const { stores } = usePlaces();
  const only = stores.length === 1 ? stores[0] : undefined;
  const form = useForm<{ grants: GrantDraft[] }, Change>({
    initial: {
      grants: person.grants.map((grant) => ({
        role: grant.role,
        brandId: grant.brandId ?? "",
        storeId: grant.storeId ?? "",
      })),
    },
    build: (draft) => ({ grants: draft.grants.map(grantFrom) }),
    schema: changeStaffGrants.body as z.ZodMiniType<Change>,
    rules: (draft) => ({ grants: draft.grants.some(grantWrong) && t.storeRule }),
  });
  const command = useCommand((body: Change) =>
    ask(changeStaffGrants, { params: { staff: person.id }, body })
  );
  const { grants } = form.draft;
  const shown = form.error("grants") !== null;
  const put = (index: number, grant: GrantDraft) =>
    form.set({ grants: grants.map((each, at) => at === index ? grant : each) });
  return (
    <FormDialog
      title={t.grantsTitle(person.name)}
      form={form}
      command={command}
      send={t.grantsSave}
      onClose={props.onClose}
      onDone={() => {
        toast(t.grantsSaved(person.name));
        props.onDone();
      }}
    >
      <p class="soft">{t.grantsText}</p>
      {grants.length === 0 && <p>{t.grantsNone}</p>}
      <ul class="grants">
        {grants.map((grant, index) => (
          <li key={index} class="grant">
            <GrantFields
              grant={grant}
              wrong={shown && grantWrong(grant)}
              onChange={(next) => put(index, next)}
            />
            <IconButton
              label={t.grantRemove}
              icon={<Trash2 />}
              onClick={() => form.set({ grants: grants.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      {grants.length < MOST && (
        <Button
          icon={<Plus />}
          onClick={() =>
            form.set({
              grants: [...grants, {
                role: "cashier",
                brandId: only?.brandId ?? "",
                storeId: only?.id ?? "",
              }],
            })}
        >
          {t.grantAdd}
        </Button>
      )}
    </FormDialog>
  );
}
