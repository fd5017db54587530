import { useState } from "preact/hooks";
import { changeMe } from "../../shared/members/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { ask } from "../shell/api.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { words } from "../words.ts";
import { collectIfComplete } from "../earn/data.ts";
import { type ProfileChange, ProfileView } from "./profile-view.tsx";
import { member, putMember } from "./session.ts";

/** Name and birthday, changed by the member. */
export default function ProfileScreen() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const save = async (changed: ProfileChange) => {
    setBusy(true);
    setTrouble(null);
    try {
      putMember((await ask(changeMe, { body: changed })).member);
      toast(words.value.profile.saved);
      const { birthday, sex, phoneMasked } = member.value ?? {};
      if (birthday && sex && phoneMasked) await collectIfComplete();
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
      onSave={(changed) => void save(changed)}
    />
  );
}
