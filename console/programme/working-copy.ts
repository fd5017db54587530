import { useEffect, useRef, useState } from "preact/hooks";
import { changeDraft, type Draft, showDraft } from "../../shared/console/draft-doors.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { ask } from "../wire.ts";
import { forgetDraft, keepDraft, type KeptDraft, keptDraft } from "./draft-shelf.ts";

export type SaveState = "saved" | "waiting" | "saving" | "failed" | "overtaken";

/** A draft that is being edited: every change is kept at once here, and soon on the server. */
export interface WorkingCopy {
  draftId: string;
  name: string;
  rules: ProgrammeRules;
  revision: number;
  basedOnVersion: number;
  state: SaveState;
  /** What a colleague saved meanwhile, when `state` is "overtaken". */
  theirs: Draft | null;
  change: (rules: ProgrammeRules) => void;
  rename: (name: string) => void;
  /** The newest version it stands beside from now on. */
  bringUpTo: (version: number, rules: ProgrammeRules) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Saves what waits; answers the revision when everything is saved then, else null. */
  save: () => Promise<number | null>;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** A pause in typing after which the draft is saved, ms. */
const PAUSE = 900;
const MOST_STEPS = 100;

interface Held {
  kept: KeptDraft;
  past: ProgrammeRules[];
  future: ProgrammeRules[];
}

/** @param opened the draft as the server has it */
export function useWorkingCopy(opened: Draft): WorkingCopy {
  const [before] = useState(() => keptDraft(opened));
  const overtakenAtOpen = before !== null && before.revision !== opened.revision;
  const [held, setHeld] = useState<Held>(() => ({
    kept: before ?? plainly(opened),
    past: before ? [opened.body] : [],
    future: [],
  }));
  const [state, setState] = useState<SaveState>(
    before === null ? "saved" : overtakenAtOpen ? "overtaken" : "waiting",
  );
  const [theirs, setTheirs] = useState<Draft | null>(overtakenAtOpen ? opened : null);
  const latest = useRef(held.kept);
  latest.current = held.kept;
  const saving = useRef<Promise<number | null> | null>(null);
  // What waits for an answer must see the state of now, not that of the drawing it began in.
  const now = useRef(state);
  const mark = (next: SaveState) => {
    now.current = next;
    setState(next);
  };

  const hold = (next: Held) => {
    latest.current = next.kept;
    keepDraft(opened.id, next.kept);
    setHeld(next);
    if (now.current !== "overtaken") mark("waiting");
  };
  const { kept, past, future } = held;
  const step = (rules: ProgrammeRules, more: Partial<Held>) =>
    hold({ ...held, ...more, kept: { ...latest.current, body: rules } });

  const send = async (): Promise<number | null> => {
    const sent = latest.current;
    mark("saving");
    try {
      const { name, body, basedOnVersion, revision } = sent;
      const answer = await ask(changeDraft, {
        params: { draft: opened.id },
        body: { name, body, basedOnVersion, revision },
      });
      const unchanged = latest.current === sent;
      latest.current = { ...latest.current, revision: answer.revision };
      setHeld((held) => ({ ...held, kept: { ...held.kept, revision: answer.revision } }));
      if (unchanged) forgetDraft(opened.id);
      else keepDraft(opened.id, latest.current);
      mark(unchanged ? "saved" : "waiting");
      return unchanged ? answer.revision : null;
    } catch (error) {
      if (error instanceof Problem && error.code === "changed-meanwhile") {
        setTheirs(await ask(showDraft, { params: { draft: opened.id } }).catch(() => null));
        mark("overtaken");
      } else mark("failed");
      return null;
    }
  };
  const save = async (): Promise<number | null> => {
    if (saving.current) await saving.current;
    if (now.current === "saved") return latest.current.revision;
    if (now.current === "overtaken") return null;
    saving.current = send().finally(() => saving.current = null);
    return saving.current;
  };
  useEffect(() => {
    if (state !== "waiting") return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [state, kept]);
  // Who leaves before the pause is over has it saved all the same.
  useEffect(() => () => {
    if (now.current === "waiting") void save();
  }, []);

  return {
    draftId: opened.id,
    name: kept.name,
    rules: kept.body,
    revision: kept.revision,
    basedOnVersion: kept.basedOnVersion,
    state,
    theirs,
    change: (rules) => step(rules, { past: [...past, kept.body].slice(-MOST_STEPS), future: [] }),
    rename: (name) => hold({ ...held, kept: { ...latest.current, name } }),
    bringUpTo: (version, rules) =>
      hold({
        kept: { ...latest.current, basedOnVersion: version, body: rules },
        past: [...past, kept.body],
        future: [],
      }),
    undo: past.length === 0
      ? null
      : () => step(past.at(-1)!, { past: past.slice(0, -1), future: [kept.body, ...future] }),
    redo: future.length === 0
      ? null
      : () => step(future[0]!, { past: [...past, kept.body], future: future.slice(1) }),
    save,
    takeTheirs: () => {
      if (!theirs) return;
      forgetDraft(opened.id);
      setHeld({ kept: plainly(theirs), past: [...past, kept.body], future: [] });
      setTheirs(null);
      mark("saved");
    },
    keepMine: () => {
      if (!theirs) return;
      const mine = { ...latest.current, revision: theirs.revision };
      latest.current = mine;
      keepDraft(opened.id, mine);
      setHeld({ ...held, kept: mine });
      setTheirs(null);
      mark("waiting");
    },
  };
}

const plainly = ({ revision, basedOnVersion, name, body }: Draft): KeptDraft => ({
  revision,
  basedOnVersion,
  name,
  body,
});
