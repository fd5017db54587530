import type { AnswerOf } from "../../shared/endpoint.ts";
import { type NoticeKind, noticeKinds, type showMyNotices } from "../../shared/push/endpoints.ts";
import { List, Panel, Switch } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import type { PushStanding } from "./subscription.ts";

export interface NoticesViewProps {
  notices: Loaded<AnswerOf<typeof showMyNotices>>;
  standing: PushStanding;
  busy: boolean;
  onPush: (wanted: boolean) => void;
  onChoose: (kind: NoticeKind, wanted: boolean) => void;
  onRetry: () => void;
}

/** This phone's notifications, and what they are about. */
export function NoticesView(props: NoticesViewProps) {
  const { notices, standing, busy, onPush, onChoose, onRetry } = props;
  const t = words.value.notices;
  const hints: Record<PushStanding, string> = {
    on: t.pushOn,
    off: t.pushOff,
    denied: t.pushDenied,
    missing: t.pushMissing,
    "ios-install": t.pushIos,
  };
  return (
    <Screen title={t.title} backTo={PATHS.me}>
      <Part of={notices} onRetry={onRetry}>
        {(data) => (
          <>
            <Panel>
              <Switch
                label={<strong>{t.push}</strong>}
                hint={hints[standing]}
                checked={standing === "on"}
                disabled={busy || (standing !== "on" && standing !== "off")}
                onChange={onPush}
              />
            </Panel>
            <Panel title={t.choices}>
              <List>
                {noticeKinds.map((kind) => (
                  <li key={kind}>
                    <Switch
                      label={t[kind]}
                      hint={t[`${kind}Hint`]}
                      checked={data.choices[kind]}
                      onChange={(wanted) => onChoose(kind, wanted)}
                    />
                  </li>
                ))}
              </List>
            </Panel>
            <p class="small faint">{t.security}</p>
          </>
        )}
      </Part>
    </Screen>
  );
}
