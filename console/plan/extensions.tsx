import { listExtensions } from "../../shared/console/programme-doors.ts";
import { Badge, List, Panel, Row } from "../../shared/ui/index.ts";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

/** Extensions that were approved; nothing where there are none. */
export function Extensions({ brandId }: { brandId: string }) {
  const t = words.value;
  const loaded = useLoad(
    `extensions:${brandId}`,
    (signal) => ask(listExtensions, { query: { brandId }, signal }),
  );
  const extensions = loaded.data?.extensions ?? [];
  if (extensions.length === 0) return null;
  return (
    <Panel title={t.extensions} flush>
      <List label={t.extensions}>
        {extensions.map((each) => (
          <Row
            key={each.id}
            title={t.extension(each.version, each.days)}
            detail={[
              t.extended(each.points, each.accounts),
              each.reason,
              t.extensionBy(each.askedBy, each.approvedBy, each.at),
            ].join(" · ")}
            end={
              <Badge tone={each.doneAt === null ? "info" : "good"}>
                {each.doneAt === null ? t.working : t.done}
              </Badge>
            }
          />
        ))}
      </List>
    </Panel>
  );
}
