import type * as z from "zod/mini";
import { type Limits, noLimits, type Permission } from "../../shared/access.ts";
import { addRole, changeRole, retireRole, type RoleRow } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, Checkbox, Dialog, Field, SelectField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";
import { type Form, useForm } from "../form/use-form.ts";
import { HistoryLink } from "../frame/history-link.tsx";
import { ConfirmCommand } from "../frame/confirm-command.tsx";
import { mayI, me, standing } from "../session.ts";
import { givablePermissions } from "../../shared/staff/grant.ts";
import { useCommand } from "../use-command.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { areas } from "./areas.ts";
import { limitText } from "./matrix.tsx";
import { mayChange } from "./screen.tsx";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addRole>;
type LimitTexts = Record<keyof Limits, string>;

interface Draft extends LimitTexts {
  brandId: string;
  nameZh: string;
  nameEn: string;
  permissions: Permission[];
}

const limitNames = Object.keys(noLimits) as (keyof Limits)[];
const read = (name: keyof Limits, text: string): number =>
  name === "refundFen" ? fenOf(text) : wholeOf(text);
const limitTexts = (limits: Limits): LimitTexts => ({
  adjustment: String(limits.adjustment),
  adjustmentDay: String(limits.adjustmentDay),
  adjustmentApprove: String(limits.adjustmentApprove),
  refundFen: yuanText(limits.refundFen),
});

const build = (draft: Draft) => ({
  brandId: draft.brandId,
  nameZh: draft.nameZh,
  nameEn: draft.nameEn || draft.nameZh,
  permissions: draft.permissions,
  limits: Object.fromEntries(limitNames.map((name) => [name, read(name, draft[name])])),
});

type Props = { role: RoleRow | null; onDone: () => void; onClose: () => void };

/** A role as a form, or to look at where it is not one's own to change. */
export function RoleDialog(props: Props) {
  const { role } = props;
  if (role && !mayChange(role)) return <RoleView role={role} onClose={props.onClose} />;
  return <RoleForm {...props} />;
}

function RoleForm({ role, onDone, onClose }: Props) {
  const t = words.value;
  const { brands } = usePlaces();
  const form = useForm<Draft, Addition>({
    initial: {
      brandId: role?.brandId ?? (brands.length === 1 ? brands[0]?.id ?? "" : ""),
      nameZh: role?.nameZh ?? "",
      nameEn: role?.nameEn ?? "",
      permissions: [...role?.permissions ?? ["console.enter" as const]],
      ...limitTexts(role?.limits ?? noLimits),
    },
    build,
    schema: addRole.body as z.ZodMiniType<Addition>,
    says: { brandId: t.brandRule, permissions: t.permissionsRule },
    rules: limitRules,
    fen: ["refundFen"],
  });
  const command = useCommand(({ brandId, ...body }: Addition, key): Promise<unknown> =>
    role
      ? ask(changeRole, { params: { role: role.id }, body: { revision: role.revision, ...body } })
      : ask(addRole, { body: { brandId, ...body }, key })
  );
  return (
    <FormDialog<Draft, Addition, unknown>
      title={role ? t.editTitle(nameIn(role)) : t.addTitle}
      size="l"
      form={form}
      command={command}
      send={t.save}
      onClose={onClose}
      onDone={() => {
        toast(role ? t.saved : t.added(form.draft.nameZh.trim()));
        onDone();
      }}
    >
      <RoleFields form={form} fixedBrand={role !== null} />
      <PermissionSet form={form} />
      <LimitFields form={form} />
      {role && (
        <div class="inline">
          <HistoryLink subject={role.id} />
          <Retire role={role} onDone={onDone} />
        </div>
      )}
    </FormDialog>
  );
}

/** Nobody goes further than they may themselves; a day is not less than one time. */
function limitRules(draft: Draft): Partial<Record<keyof Draft, string | false>> {
  const t = words.value;
  const who = me.value;
  const own = who && who.role !== "hq-admin" ? who.limits : null;
  const rules: Partial<Record<keyof Draft, string | false>> = {
    adjustmentDay: wholeOf(draft.adjustmentDay) < wholeOf(draft.adjustment) && t.dayRule,
  };
  for (const name of limitNames) {
    if (own && read(name, draft[name]) > own[name]) {
      rules[name] = t.moreThanMine(limitText(name, own[name]));
    }
  }
  return rules;
}

function RoleFields({ form, fixedBrand }: { form: Form<Draft, Addition>; fixedBrand: boolean }) {
  const t = words.value;
  const { brands } = usePlaces();
  return (
    <div class="fields-2">
      <Field label={t.nameZh} autofocus maxLength={60} {...form.field("nameZh")} />
      <Field label={t.nameEn} optional maxLength={60} {...form.field("nameEn")} />
      {!fixedBrand && brands.length > 1 && (
        <SelectField
          label={t.brand}
          value={form.draft.brandId}
          error={form.error("brandId")}
          options={[
            { value: "", label: "—" },
            ...brands.map((brand) => ({ value: brand.id, label: nameIn(brand) })),
          ]}
          onChange={(brandId) => form.set({ brandId })}
        />
      )}
    </div>
  );
}

function PermissionSet({ form }: { form: Form<Draft, Addition> }) {
  const t = words.value;
  const { permissions } = form.draft;
  const who = me.value;
  const givable = who ? givablePermissions(standing(who)) : [];
  const enters = permissions.includes("console.enter") || permissions.includes("terminal.self");
  const put = (permission: Permission, on: boolean) =>
    form.set({
      permissions: on ? [...permissions, permission] : permissions.filter((p) => p !== permission),
    });
  return (
    <div class="permission-set">
      {form.error("permissions") && <Banner tone="danger" title={t.permissionsRule} />}
      {!enters && <Banner tone="warn" title={t.enterHint} />}
      {areas.map((group) => (
        <fieldset key={group.area} class="permission-area">
          <legend>{t.areas[group.area]}</legend>
          {group.permissions.filter((p) => givable.includes(p)).map((permission) => (
            <Checkbox
              key={permission}
              label={t.can[permission] ?? permission}
              checked={permissions.includes(permission)}
              onChange={(on) => put(permission, on)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function LimitFields({ form }: { form: Form<Draft, Addition> }) {
  const t = words.value;
  return (
    <fieldset class="permission-area">
      <legend>{t.limits}</legend>
      <div class="fields-2">
        {limitNames.map((name) => (
          <Field
            key={name}
            label={t.limitNames[name]}
            hint={t.limitHints[name]}
            inputMode={name === "refundFen" ? "decimal" : "numeric"}
            autocomplete="off"
            maxLength={12}
            {...(name === "refundFen" ? { prefix: "¥" } : {})}
            {...form.field(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Retire({ role, onDone }: { role: RoleRow; onDone: () => void }) {
  const t = words.value;
  if (role.people > 0 || !mayI("role.manage")) return null;
  return (
    <ConfirmCommand
      label={t.retire}
      name={t.retireTitle(nameIn(role))}
      title={t.retireTitle(nameIn(role))}
      text={t.retireText}
      danger
      act="retire"
      send={() => ask(retireRole, { params: { role: role.id } })}
      onDone={() => {
        toast(t.retired);
        onDone();
      }}
    />
  );
}

/** What a role may do, without changing it. */
function RoleView({ role, onClose }: { role: RoleRow; onClose: () => void }) {
  const t = words.value;
  return (
    <Dialog open size="l" title={nameIn(role)} onClose={onClose}>
      <p class="soft">{t.notYours}</p>
      <ul>
        {role.permissions.map((permission) => (
          <li key={permission}>{t.can[permission] ?? permission}</li>
        ))}
      </ul>
    </Dialog>
  );
}
