import { CloudUpload, Lock, RotateCw, UserRoundX } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import {
  Banner,
  Button,
  commonWords,
  EmptyState,
  LangSwitch,
  Seal,
} from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { needsPerson, tally } from "../offline/state.ts";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { refreshTerminal, type Staff, terminal } from "../terminal/standing.ts";
import { EnterPin } from "./enter-pin.tsx";
import { mayUnlock } from "./unlock.ts";
import "./style.css";

/** Who works at this counter? A name, then the PIN. */
export function SignIn(props: { byIdle?: boolean; chosen?: Staff }) {
  const t = counterWords.value.signIn;
  const view = terminal.value;
  const people = view?.staff ?? [];
  const [chosen, setChosen] = useState<Staff | null>(
    props.chosen ?? (people.length === 1 ? people[0]! : null),
  );
  return (
    <main class="sign-in">
      <header class="sign-in-head">
        <span class="sign-in-place">
          <Seal />
          <span>
            <strong>{view ? nameOf(view.store) : ""}</strong>
            <span class="soft">{view?.terminal.label}</span>
          </span>
        </span>
        <LangSwitch />
      </header>
      <Notes byIdle={props.byIdle ?? false} />
      <h1 class="sign-in-title">{t.title}</h1>
      <div class="sign-in-body">
        {people.length === 0
          ? <Nobody />
          : <People people={people} chosen={chosen} onChoose={setChosen} />}
        {chosen && <EnterPin key={chosen.id} person={chosen} />}
      </div>
    </main>
  );
}

/** Why the counter is locked, that there is no network, what waits for whoever signs in. */
function Notes(props: { byIdle: boolean }) {
  const t = counterWords.value.signIn;
  const o = offlineWords.value.signIn;
  const { waiting } = tally.value;
  return (
    <div class="sign-in-notes">
      {props.byIdle && (
        <p class="sign-in-locked" role="status">
          <Lock aria-hidden="true" />
          <span>
            <strong>{t.locked}</strong> {t.lockedHint}
          </span>
        </p>
      )}
      {!online.value && <Banner tone="warn" title={o.title}>{o.hint}</Banner>}
      {online.value && waiting > 0 && (
        <p class="sign-in-locked" role="status">
          <CloudUpload aria-hidden="true" />
          <span>{needsPerson.value ? o.waiting(waiting) : o.sending(waiting)}</span>
        </p>
      )}
    </div>
  );
}

function People(
  props: { people: Staff[]; chosen: Staff | null; onChoose: (person: Staff) => void },
) {
  const t = counterWords.value;
  const o = offlineWords.value.signIn;
  const able = useAble(props.people);
  return (
    <section class="people-side">
      <ul class="people" aria-label={t.signIn.who}>
        {props.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="person"
              aria-pressed={person.id === props.chosen?.id}
              onClick={() => props.onChoose(person)}
            >
              <span class="person-face" aria-hidden="true">{faceOf(person.name)}</span>
              <span class="person-name">{person.name}</span>
              <span class="small soft">{t.roles[person.role]}</span>
              {!online.value && (
                <span class={able.has(person.id) ? "person-may" : "person-may-not"}>
                  {able.has(person.id) ? o.may : o.mayNot}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who may unlock without network, asked when it goes. */
function useAble(people: Staff[]): ReadonlySet<string> {
  const [able, setAble] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (online.value) return;
    const ask = ({ id }: Staff) => mayUnlock(id).then((may) => may ? [id] : [], () => []);
    void Promise.all(people.map(ask)).then((ids) => setAble(new Set(ids.flat())));
  }, [online.value, people]);
  return able;
}

/** What stands for a face: a Chinese family name, or initials. */
function faceOf(name: string): string {
  if (!/^[\p{Script=Latin} .'-]+$/u.test(name)) return name.slice(0, 1);
  return name.split(" ").map((part) => part[0]).join("").slice(0, 2).toUpperCase();
}

function Nobody() {
  const t = counterWords.value.signIn;
  return (
    <EmptyState
      icon={<UserRoundX />}
      title={t.none}
      action={
        <Button icon={<RotateCw />} onClick={() => refreshTerminal().catch(() => {})}>
          {commonWords.value.refresh}
        </Button>
      }
    >
      {t.noneHint}
    </EmptyState>
  );
}
