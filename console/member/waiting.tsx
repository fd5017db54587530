import { Banner, ButtonLink, formats } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

/** Adjustments that a second person has not decided yet. */
export function Waiting({ waiting }: Pick<Member, "waiting">) {
  const t = words.value;
  return (
    <>
      {waiting.map((each) => (
        <Banner
          key={each.id}
          tone="warn"
          title={t.waits(formats.value.signed(each.points), each.askedAt)}
          action={mayI("approval.see") && (
            <ButtonLink size="s" href="/console/approvals">{t.waitsSee}</ButtonLink>
          )}
        />
      ))}
    </>
  );
}
