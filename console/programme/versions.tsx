import { useState } from "preact/hooks";
import { Badge, Button, List, Panel, Row, SelectField } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import type { RulesVersion } from "../use-programme.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { RepublishDialog } from "./republish-dialog.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** Those that nobody has withdrawn. */
export const standing = (versions: readonly RulesVersion[]): RulesVersion[] =>
  versions.filter((each) => each.withdrawnAt === null);

/** Those that are still to begin, the next one first. */
export const toCome = (versions: readonly RulesVersion[], now: number): RulesVersion[] =>
  standing(versions).filter((each) => each.effectiveFrom > now)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.version - b.version);

/** What holds until a version begins. */
export const beforeStart = (
  versions: readonly RulesVersion[],
  version: RulesVersion,
): RulesVersion | undefined =>
  versionAt(
    versions.filter((each) =>
      each.effectiveFrom < version.effectiveFrom || each.version < version.version
    ),
    version.effectiveFrom,
  );

/** The version in force at an instant: of those that stand the latest that has begun; of two that
 *  begin together the higher one. */
export const versionAt = (
  versions: readonly RulesVersion[],
  at: number,
): RulesVersion | undefined =>
  standing(versions).filter((each) => each.effectiveFrom <= at)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version)[0];

/** Every version, newest first; one that is opened is compared with any other. */
export function Versions({ onPublished }: { onPublished: () => void }) {
  const t = words.value.versions;
  const { versions } = useNaming().programme;
  const [open, setOpen] = useState<string | null>(null);
  const chosen = versions.find((each) => each.id === open);
  return (
    <Panel title={t.title}>
      <List label={t.title}>
        {versions.map((version) => (
          <Row
            key={version.id}
            title={t.version(version.version)}
            detail={[
              t.effective(version.effectiveFrom),
              version.withdrawnAt === null ? null : t.withdrawnAt(version.withdrawnAt),
              version.repeats === null ? null : t.repeats(version.repeats),
              version.publishedBy
                ? t.published(version.publishedBy, version.publishedAt)
                : t.publishedAt(version.publishedAt),
              version.approvedBy && t.approved(version.approvedBy),
            ].filter(Boolean).join(" · ")}
            end={<VersionState version={version} />}
            expanded={open === version.id}
            onClick={() => setOpen(open === version.id ? null : version.id)}
          />
        ))}
      </List>
      {chosen && <Comparison key={chosen.id} version={chosen} onPublished={onPublished} />}
    </Panel>
  );
}

function VersionState({ version }: { version: RulesVersion }) {
  const t = words.value.versions;
  const { versions } = useNaming().programme;
  const now = Date.now();
  if (versionAt(versions, now)?.id === version.id) return <Badge tone="good">{t.state.now}</Badge>;
  if (version.withdrawnAt !== null) return <Badge>{t.state.withdrawn}</Badge>;
  if (version.effectiveFrom > now) return <Badge tone="gold">{t.state.coming}</Badge>;
  return <Badge>{t.state.past}</Badge>;
}

/** What a version says otherwise than another one: at first than what held before it. */
function Comparison(props: { version: RulesVersion; onPublished: () => void }) {
  const { version, onPublished } = props;
  const t = words.value.versions;
  const naming = useNaming();
  const { versions } = naming.programme;
  const others = versions.filter((each) => each.id !== version.id);
  const before = beforeStart(versions, version) ?? others[0];
  const [otherId, setOtherId] = useState(before?.id ?? "");
  const [again, setAgain] = useState(false);
  const other = versions.find((each) => each.id === otherId);
  const inForce = versionAt(versions, Date.now())?.id === version.id;
  return (
    <section class="version-open" aria-label={t.compareOf(version.version)}>
      <div class="version-tools">
        {other
          ? (
            <SelectField
              label={t.compareWith(version.version)}
              value={otherId}
              options={others.map((each) => ({ value: each.id, label: t.version(each.version) }))}
              onChange={setOtherId}
            />
          )
          : <p class="soft">{t.first}</p>}
        {!inForce && mayI("programme.publish") && (
          <Button
            data-act="again"
            onClick={() => setAgain(true)}
          >
            {t.again}
          </Button>
        )}
      </div>
      {other && <Changes lines={changesBetween(other.body, version.body, naming)} none={t.same} />}
      {again && (
        <RepublishDialog
          version={version}
          onClose={() => setAgain(false)}
          onDone={onPublished}
        />
      )}
    </section>
  );
}
