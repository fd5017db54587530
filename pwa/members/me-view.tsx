import {
  Bell,
  BookOpen,
  Download,
  KeyRound,
  LogOut,
  Smartphone,
  Sprout,
  UserRound,
} from "lucide-preact";
import { useState } from "preact/hooks";
import type { MemberProfile } from "../../shared/members/member.ts";
import {
  Badge,
  Button,
  ConfirmDialog,
  Dialog,
  lang,
  List,
  Panel,
  Row,
  Segmented,
} from "../../shared/ui/index.ts";
import { type Lang, LANG_NAMES, LANGS } from "../../shared/wording/lang.ts";
import { PATHS } from "../shell/base.ts";
import { InstallOffer } from "../shell/install-offer.tsx";
import type { Kept } from "../shell/kept.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import { joinWords } from "./join-words.ts";
import { Terms } from "./terms.tsx";
import "./me-view.css";

export interface MeViewProps {
  me: Loaded<Kept["me"]>;
  installed: boolean;
  offer: "no" | "prompt" | "ios";
  busy: boolean;
  onRetry: () => void;
  onLang: (lang: Lang) => void;
  onInstall: () => void;
  onLater: () => void;
  onSignOut: () => void;
  /** For the bench: the question already asked. */
  asking?: boolean;
}

/** The member's own page. */
export function MeView(props: MeViewProps) {
  const { me, onRetry, onLang } = props;
  const t = words.value.me;
  return (
    <Screen title={t.title}>
      <Part of={me} onRetry={onRetry}>
        {({ member }) => (
          <>
            <Who member={member} />
            <InstallOffer
              offer={props.offer}
              onInstall={props.onInstall}
              onLater={props.onLater}
            />
            <Rooms {...props} member={member} />
          </>
        )}
      </Part>
      <Panel title={t.language}>
        <Segmented
          block
          label={t.language}
          value={lang.value}
          options={LANGS.map((each) => ({
            value: each,
            label: <span lang={each}>{LANG_NAMES[each]}</span>,
          }))}
          onChange={onLang}
        />
      </Panel>
      <Leave {...props} />
    </Screen>
  );
}

function Who(props: { member: MemberProfile }) {
  const { member } = props;
  return (
    <div class="who">
      <span class="who-face" aria-hidden="true">{[...member.name][0]}</span>
      <div>
        <p class="who-name">{member.name}</p>
        <p class="small soft numbers">
          {[member.phoneMasked, words.value.me.since(member.joinedAt)].filter(Boolean).join(" · ")}
        </p>
      </div>
    </div>
  );
}

function Rooms(props: MeViewProps & { member: MemberProfile }) {
  const { member, installed, offer, onInstall } = props;
  const [reading, setReading] = useState(false);
  const t = words.value.me;
  return (
    <Panel flush>
      <List>
        <Row href={PATHS.earn} lead={<Sprout />} title={words.value.points.earn} />
        <Row href={PATHS.profile} lead={<UserRound />} title={t.profile} />
        <Row
          href={PATHS.pin}
          lead={<KeyRound />}
          title={t.pin}
          end={
            <Badge tone={member.hasPin ? "good" : "warn"}>
              {member.hasPin ? t.pinSet : t.pinUnset}
            </Badge>
          }
        />
        <Row href={PATHS.notices} lead={<Bell />} title={t.notices} />
        <Row href={PATHS.devices} lead={<Smartphone />} title={t.devices} />
        {!installed && offer === "no" && (
          <Row lead={<Download />} title={t.install} onClick={onInstall} />
        )}
        <Row lead={<BookOpen />} title={t.terms} onClick={() => setReading(true)} />
      </List>
      <Dialog
        open={reading}
        title={joinWords.value.join.termsTitle}
        onClose={() => setReading(false)}
      >
        <Terms />
      </Dialog>
    </Panel>
  );
}

function Leave(props: MeViewProps) {
  const [asking, setAsking] = useState(props.asking ?? false);
  const t = words.value.me;
  return (
    <>
      <Button variant="danger" block icon={<LogOut />} onClick={() => setAsking(true)}>
        {t.signOut}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        busy={props.busy}
        title={t.signOutTitle}
        confirm={t.signOut}
        cancel={t.signOutKeep}
        onClose={() => setAsking(false)}
        onConfirm={props.onSignOut}
      >
        <p>{t.signOutHint}</p>
      </ConfirmDialog>
    </>
  );
}
