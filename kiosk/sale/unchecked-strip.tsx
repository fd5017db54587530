import { CloudOff, RotateCw, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { Button, IconButton } from "../../shared/ui/index.ts";
import { check, dropMember, readingMember, type Unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";

/** A card that was read without network: what is known of it, and that the rest follows. */
export function UncheckedStrip(props: { read: Unchecked }) {
  const { read } = props;
  const t = offlineWords.value.member;
  useEffect(() => {
    if (online.value) void check();
  }, [online.value]);
  const shown = read.kind === "card" ? t.card(groupDigits(masked(read.digits))) : t.code;
  return (
    <div class="strip strip-unchecked">
      <div class="strip-line">
        <span class="strip-face">
          <CloudOff aria-hidden="true" />
        </span>
        <span class="strip-who">
          <strong class="strip-name numbers">{shown}</strong>
          <span class="small soft">{read.typed ? t.typedAt(read.at) : t.readAt(read.at)}</span>
        </span>
        {online.value && (
          <Button
            size="s"
            icon={<RotateCw />}
            busy={readingMember.value}
            onClick={() => void check()}
          >
            {t.again}
          </Button>
        )}
        <IconButton
          label={counterWords.value.member.remove}
          icon={<X />}
          onClick={dropMember}
        />
      </div>
      <p class="small soft">{t.hint}</p>
    </div>
  );
}

const masked = (digits: string): string => `${digits.slice(0, 4)}********${digits.slice(-4)}`;
