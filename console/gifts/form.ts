import type { Form } from "../form/use-form.ts";
import type { GiftDraft, GiftFields } from "./draft.ts";

/** The form of a gift, as its panels get it. */
export type GiftForm = Form<GiftDraft, GiftFields>;

/** Props of a field for a whole number. */
export const whole = { inputMode: "numeric", autocomplete: "off", maxLength: 11 } as const;
/** Props of a field for yuan. */
export const yuan = {
  prefix: "¥",
  inputMode: "decimal",
  autocomplete: "off",
  maxLength: 12,
} as const;
