import { useState } from "preact/hooks";
import { changeMe } from "../../shared/members/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { ask, type Trouble, troubleOf } from "../shell/api.ts";
import { words } from "../words.ts";
import type { Birthday } from "./join-flow.ts";
import { ProfileView } from "./profile-view.tsx";
import { member, putMember } from "./session.ts";

/** Name and birthday, changed by the member. */
export default function ProfileScreen() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const save = async (name: string, birthday: Birthday | null) => {
    setBusy(true);
    setTrouble(null);
    try {
      putMember((await ask(changeMe, { body: { name, birthday } })).member);
      toast(words.value.profile.saved);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (!member.value) return null;
  return (
    <ProfileView
      member={member.value}
      busy={busy}
      trouble={trouble}
      onSave={(name, birthday) => void save(name, birthday)}
    />
  );
}
