/**
 * The design system that the three clients share: cinnabar on warm paper, jade for what grows,
 * gold for what is precious.
 *
 * - A page imports `shared/ui/style/index.css` once, first. Layers: reset, tokens, base,
 *   components, app; a client writes its own rules in `@layer app`.
 * - `<html data-density="kiosk|counter|console">` scales everything (targets 64, 48, 44 px);
 *   without it sizes are a phone's. `<html data-theme="auto">` follows the phone into the dark.
 * - Texts: `openWording` for a surface's dictionary, `commonWords` for the components' own,
 *   `formats` for numbers and days; await `wordingReady()` before the first render.
 * - The camera is not here: import `scan/start-scan.ts` where it is used; it fetches its
 *   machinery (1 MB of wasm) on first use. Components that nobody draws are dropped by the
 *   bundler together with their style sheets.
 * - The page's policy forbids inline scripts and styles: use classes, or Preact's style prop.
 */
export { MoneyText, PointsText } from "./components/amount.tsx";
export { Banner, type BannerTone } from "./components/banner.tsx";
export { Seal, SEAL_STROKES } from "./components/brand.tsx";
export { Button, ButtonLink, type ButtonVariant, IconButton } from "./components/button.tsx";
export { Checkbox, Switch } from "./components/choice.tsx";
export { CodeInput } from "./components/code-input.tsx";
export { Barcode128, QrCode } from "./components/codes.tsx";
export { CountdownRing } from "./components/countdown-ring.tsx";
export { ConfirmDialog, Dialog, Sheet } from "./components/dialog.tsx";
export { Field, SelectField, TextField } from "./components/field.tsx";
export { GiftPicture } from "./components/gift-picture.tsx";
export { IdleDialog } from "./components/idle-dialog.tsx";
export { NumberPad, PinPad } from "./components/keypad.tsx";
export { LangSwitch } from "./components/lang-switch.tsx";
export {
  Badge,
  type BadgeTone,
  Facts,
  List,
  Panel,
  Row,
  TierBadge,
  type TierLook,
  tierLook,
} from "./components/panel.tsx";
export { groupPhone, phoneDigits } from "./components/phone-digits.ts";
export { PhoneInput } from "./components/phone-input.tsx";
export { pressKey } from "./components/press-key.ts";
export {
  printReceipt,
  ReceiptLine,
  ReceiptPaper,
  ReceiptRule,
  usePrintOnce,
} from "./components/receipt.tsx";
export { Progress, Skeleton, Spinner } from "./components/spinner.tsx";
export { EmptyState, ErrorState, LoadingState } from "./components/states.tsx";
export { type Column, Pager, type Sort, Table, type TableProps } from "./components/table.tsx";
export { type Choice, Segmented, Tabs } from "./components/tabs.tsx";
export { clearToasts, toast, Toasts } from "./components/toast.tsx";
export { ToldSection } from "./components/told-section.tsx";
export { BarChart } from "./charts/bar-chart.tsx";
export type { ChartPoint, ChartProps } from "./charts/chart-frame.tsx";
export { LineChart } from "./charts/line-chart.tsx";
export { Sparkline } from "./charts/sparkline.tsx";
export { type Idle, watchIdle } from "./idle.ts";
export {
  commonWords,
  formats,
  lang,
  openWording,
  setLang,
  withWording,
  wordingReady,
} from "./lang.ts";
export { listenForWedge, type WedgeOptions } from "./scan/keyboard-wedge.ts";
export { keepAwake } from "./wake-lock.ts";
