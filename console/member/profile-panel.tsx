import { Eye, EyeOff } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { revealPhone } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button, Facts, groupPhone, Panel } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { birthdayText } from "./birthday-text.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { ChangePhoneDialog } from "./change-phone-dialog.tsx";
import { FreezeDialog } from "./freeze-dialog.tsx";
import { RevealDialog } from "./reveal-dialog.tsx";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

/** What is being done with the profile. */
type Open = "reveal" | "phone" | "change" | "freeze" | null;
type Revealed = AnswerOf<typeof revealPhone>;

/** How long full details stay on screen, s. */
const SHOWN_FOR = 60;

/** Who the member is: masked, until somebody says why they need to see it. */
export function ProfilePanel(props: { member: Member; onChanged: () => void }) {
  const { member } = props;
  const t = words.value;
  const [open, setOpen] = useState<Open>(null);
  const { revealed, left, show, hide } = useRevealed();
  const phone = revealed ? revealed.phone && groupPhone(revealed.phone) : member.phoneMasked;
  const birthday = birthdayText(member.birthday, member.birthdayCalendar);
  return (
    <Panel title={t.profile}>
      <Facts
        facts={[
          [t.name, revealed?.name ?? member.nameMasked],
          [t.phone, phone ?? t.noPhone],
          ...(birthday ? [[t.birthday, birthday] as const] : []),
          ...(member.externalRef ? [[t.externalRef, member.externalRef] as const] : []),
        ]}
      />
      <div class="inline">
        {revealed
          ? (
            <>
              <Button size="s" icon={<EyeOff />} onClick={hide}>{t.hide}</Button>
              <span class="small soft">{t.revealed(left)}</span>
            </>
          )
          : mayI("member.reveal") && (
            <Button
              size="s"
              data-act="reveal"
              icon={<Eye />}
              onClick={() => setOpen("reveal")}
            >
              {t.reveal}
            </Button>
          )}
        <Changes member={member} onOpen={setOpen} />
      </div>
      <Dialogs
        member={member}
        open={open}
        onClose={() => setOpen(null)}
        onRevealed={show}
        onChanged={() => {
          hide();
          props.onChanged();
        }}
      />
    </Panel>
  );
}

/** What may be changed, by whoever looks. */
function Changes({ member, onOpen }: { member: Member; onOpen: (what: Open) => void }) {
  const t = words.value;
  const mayChange = mayI("member.change");
  return (
    <>
      {mayChange && (
        <Button size="s" data-act="change" onClick={() => onOpen("change")}>
          {t.change}
        </Button>
      )}
      {mayChange && (
        <Button size="s" data-act="phone" onClick={() => onOpen("phone")}>
          {t.changePhone}
        </Button>
      )}
      {mayI("member.freeze") && member.state !== "closed" && (
        <Button
          size="s"
          data-act="freeze"
          onClick={() => onOpen("freeze")}
        >
          {member.state === "frozen" ? t.unfreeze : t.freeze}
        </Button>
      )}
    </>
  );
}

/** The dialog of it. */
function Dialogs(props: {
  member: Member;
  open: Open;
  onClose: () => void;
  onRevealed: (details: Revealed) => void;
  onChanged: () => void;
}) {
  const { member, open, onClose } = props;
  const done = () => {
    onClose();
    props.onChanged();
  };
  switch (open) {
    case "reveal":
      return (
        <RevealDialog
          memberId={member.id}
          onClose={onClose}
          onDone={(details) => {
            onClose();
            props.onRevealed(details);
          }}
        />
      );
    case "change":
      return <ChangeDialog member={member} onClose={onClose} onDone={done} />;
    case "phone":
      return <ChangePhoneDialog memberId={member.id} onClose={onClose} onDone={done} />;
    case "freeze":
      return <FreezeDialog member={member} onClose={onClose} onDone={done} />;
    default:
      return null;
  }
}

/** Full details that go away by themselves. */
function useRevealed() {
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!revealed) return;
    if (left <= 0) {
      setRevealed(null);
      return;
    }
    const tick = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(tick);
  }, [revealed, left]);
  return {
    revealed,
    left,
    show: (details: Revealed) => {
      setRevealed(details);
      setLeft(SHOWN_FOR);
    },
    hide: () => setRevealed(null),
  };
}
