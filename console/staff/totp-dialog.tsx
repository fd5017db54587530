import { QrCode } from "../../shared/ui/index.ts";
import { OnceDialog, Secret } from "../frame/once-dialog.tsx";
import { words } from "./words.ts";

/** The secret of an otpauth URI, in groups of four, for typing by hand. */
const secretOf = (uri: string): string =>
  (new URL(uri).searchParams.get("secret") ?? "").replace(/(.{4})(?=.)/g, "$1 ");

/** The code that sets a person's authenticator up; shown this once. */
export function TotpDialog(props: { name: string; uri: string; onDone: () => void }) {
  const t = words.value;
  return (
    <OnceDialog title={t.totpTitle} done={t.totpDone} onDone={props.onDone}>
      <p>{t.totpText(props.name)}</p>
      <QrCode class="totp-code" text={props.uri} label={t.totpQr} />
      <p class="small soft">{t.totpManual}</p>
      <Secret label={t.totpManual} text={secretOf(props.uri)} />
    </OnceDialog>
  );
}
