import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { Badge, List, Panel, Row } from "../../shared/ui/index.ts";
import type { ProgrammeView, RulesVersion } from "../use-programme.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { Sentences } from "./sentences.tsx";
import { words } from "./words.ts";

/** The version in force at an instant: the latest that has begun; of two that begin together the
 *  higher one. */
export const versionAt = (
  versions: readonly RulesVersion[],
  at: number,
): RulesVersion | undefined =>
  versions.filter((each) => each.effectiveFrom <= at)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version)[0];

/** Every version, newest first; each opens into what it changed. */
export function Versions({ programme }: { programme: ProgrammeView }) {
  const t = words.value;
  const [open, setOpen] = useState<string | null>(null);
  const { versions } = programme;
  return (
    <Panel title={t.versions}>
      <List label={t.versions}>
        {versions.map((version, index) => (
          <Fragment key={version.id}>
            <Row
              title={t.version(version.version)}
              detail={[
                t.effective(version.effectiveFrom),
                version.publishedBy
                  ? t.published(version.publishedBy, version.publishedAt)
                  : t.publishedAt(version.publishedAt),
              ].join(" · ")}
              end={<VersionState version={version} versions={versions} />}
              expanded={open === version.id}
              onClick={() => setOpen(open === version.id ? null : version.id)}
            />
            {open === version.id && (
              <li class="version-open">
                <VersionChanges
                  version={version}
                  before={versions[index + 1]}
                  programme={programme}
                />
              </li>
            )}
          </Fragment>
        ))}
      </List>
    </Panel>
  );
}

function VersionState(props: { version: RulesVersion; versions: readonly RulesVersion[] }) {
  const t = words.value;
  const now = Date.now();
  if (versionAt(props.versions, now)?.id === props.version.id) {
    return <Badge tone="good">{t.versionState.now}</Badge>;
  }
  if (props.version.effectiveFrom > now) {
    return <Badge tone="gold">{t.versionState.coming}</Badge>;
  }
  return <Badge>{t.versionState.past}</Badge>;
}

function VersionChanges(
  props: { version: RulesVersion; before: RulesVersion | undefined; programme: ProgrammeView },
) {
  const t = words.value;
  const { version, before, programme } = props;
  if (!before) {
    return (
      <div class="stack">
        <p class="soft">{t.firstVersion}</p>
        <Sentences rules={version.body} programme={programme} />
      </div>
    );
  }
  return <Changes lines={changesBetween(before.body, version.body, programme)} none={t.sameAs} />;
}
