import { Banner, Button, Dialog } from "../../shared/ui/index.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { firstRules } from "./parts.ts";
import { rebaseRules } from "./rebase-rules.ts";
import { useNaming } from "./use-names.ts";
import { standing } from "./versions.tsx";
import { words } from "./words.ts";
import type { WorkingCopy } from "./working-copy.ts";

/** A colleague saved this very draft meanwhile: one of the two stays. */
export function Overtaken({ copy }: { copy: WorkingCopy }) {
  const t = words.value.editor;
  const naming = useNaming();
  const { theirs } = copy;
  if (!theirs) return null;
  return (
    <Dialog
      open
      stubborn
      size="l"
      title={t.overtakenTitle}
      onClose={() => {}}
      actions={
        <>
          <Button onClick={copy.takeTheirs}>{t.takeTheirs}</Button>
          <Button variant="primary" onClick={copy.keepMine}>{t.keepMine}</Button>
        </>
      }
    >
      <p class="soft">{t.overtakenText(theirs.changedBy ?? "")}</p>
      <Changes lines={changesBetween(copy.rules, theirs.body, naming)} none={t.overtakenSame} />
    </Dialog>
  );
}

/** A version was published since the draft was begun: its changes can be taken in. */
export function StandsBehind({ copy }: { copy: WorkingCopy }) {
  const t = words.value.editor;
  const { versions } = useNaming().programme;
  const newest = standing(versions)[0];
  if (!newest || newest.version <= copy.basedOnVersion) return null;
  const base = versions.find((each) => each.version === copy.basedOnVersion)?.body ?? firstRules;
  const takeIn = () => {
    const { merged } = rebaseRules(base, copy.rules, newest.body);
    copy.bringUpTo(newest.version, merged);
  };
  return (
    <Banner
      tone="warn"
      title={t.behindTitle(newest.version, copy.basedOnVersion)}
      action={<Button size="s" onClick={takeIn}>{t.behindTakeIn}</Button>}
    >
      {t.behindText}
    </Banner>
  );
}
