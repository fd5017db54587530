import { Camera, Search } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Unreachable } from "../../shared/call.ts";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { Button, Dialog, Field } from "../../shared/ui/index.ts";
import { offlineWords } from "../offline/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { CameraView } from "../scan/camera-view.tsx";
import { online } from "../terminal/ask.ts";
import { member, memberTrouble, readingMember, stopReading } from "./member.ts";
import { counterWords } from "./words.ts";

interface FindMemberProps {
  onFind: (text: string, typed: boolean) => Promise<ScanView | "unchecked" | null>;
  onClose: () => void;
  camera?: boolean;
}

/** Only the house knows whose phone it is: then it is not asked for one. */
const isCutOff = () => !online.value || memberTrouble.value instanceof Unreachable;
const phoneWaits = (text: string) => isCutOff() && parseCardCode(text).kind === "phone";

/** A card or phone number by keyboard, or the member's code by camera. */
export function FindMember(props: FindMemberProps) {
  const t = counterWords.value.member;
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const [camera, setCamera] = useState(props.camera ?? false);
  const o = offlineWords.value.member;
  const [before] = useState(member.value);
  // A scanner may have found the member meanwhile.
  useEffect(() => {
    if (member.value && member.value !== before) props.onClose();
  }, [member.value]);
  const find = async (code: string, typed = false) => {
    if (readingMember.value) return;
    if (await props.onFind(code, typed)) props.onClose();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const { kind } = parseCardCode(text);
    const ours = kind === "static" || kind === "phone" || kind === "rotating";
    setWrong(!ours);
    if (ours && (online.value || kind !== "phone")) void find(text, true);
  };
  return (
    <Dialog
      open
      size={camera ? "l" : "m"}
      title={t.findTitle}
      onClose={() => {
        stopReading();
        props.onClose();
      }}
    >
      <form
        class="find-member"
        onSubmit={submit}
      >
        <Field
          big
          autofocus
          label={t.type}
          hint={isCutOff() ? o.typeHint : t.typeHint}
          error={wrong ? t.typeWrong : phoneWaits(text) ? o.phone : null}
          inputMode="numeric"
          autocomplete="off"
          maxLength={40}
          value={text}
          onInput={(typed) => {
            stopReading();
            setText(typed);
            setWrong(false);
          }}
        />
        <Button
          type="submit"
          variant="primary"
          icon={<Search />}
          busy={readingMember.value}
          disabled={!text.trim()}
        >
          {t.find}
        </Button>
      </form>
      <Trouble error={phoneWaits(text) ? null : memberTrouble.value} />
      {camera
        ? <CameraView onCode={find} />
        : <Button icon={<Camera />} onClick={() => setCamera(true)}>{t.camera}</Button>}
    </Dialog>
  );
}
