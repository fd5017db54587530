import { useEffect } from "preact/hooks";
import {
  cancelWhatIf,
  followWhatIf,
  showWhatIf,
  type WhatIfHead,
} from "../../shared/console/what-if-doors.ts";
import { Badge, Banner, Button, ButtonLink, Panel, Progress } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useCommand } from "../use-command.ts";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { Outcome } from "./outcome.tsx";
import { nameOfRun, shareOf, tones } from "./screen.tsx";
import "./style.css";
import { words } from "./words.ts";

/** How often a run is asked how far it is (ms). */
const EVERY = 900;

/** One replay: how far it is, then what came of it. */
export function WhatIfRunScreen(props: { run?: string }) {
  const t = words.value;
  const run = props.run ?? "";
  const loaded = useLoad(
    `what-if:${run}`,
    (signal) => ask(showWhatIf, { params: { run }, signal }),
  );
  const head = loaded.data?.run;
  const running = head?.state === "running";
  useEffect(() => {
    if (!running || !loaded.data) return;
    const { outcome } = loaded.data;
    const timer = setTimeout(async () => {
      try {
        const next = await ask(followWhatIf, { params: { run } });
        if (next.state === "running") loaded.put({ run: next, outcome });
        else loaded.reload();
      } catch {
        // The line may be gone for a moment: ask again.
        loaded.put({ run: { ...loaded.data!.run }, outcome });
      }
    }, EVERY);
    return () => clearTimeout(timer);
  }, [loaded.data, running]);
  return (
    <Page
      title={head ? nameOfRun(head) : t.title}
      lead={head && `${t.period(head.from, head.to)} · ${t.asked(head.askedBy, head.askedAt)}`}
      mark={head && <Badge tone={tones[head.state]}>{t.states[head.state]}</Badge>}
      back={{ href: "/console/what-if", label: t.title }}
    >
      <WhenLoaded from={loaded}>
        {(data) =>
          data.outcome
            ? <Outcome outcome={data.outcome} />
            : data.run.state === "running"
            ? <Running run={data.run} onCancelled={loaded.reload} />
            : <Stopped run={data.run} />}
      </WhenLoaded>
    </Page>
  );
}

function Running({ run, onCancelled }: { run: WhatIfHead; onCancelled: () => void }) {
  const t = words.value;
  const command = useCommand((_: null) => ask(cancelWhatIf, { params: { run: run.id } }));
  const share = shareOf(run);
  return (
    <Panel title={t.running}>
      <div class="stack">
        <FailureBanner failure={command.failure} />
        <Progress value={share} label={t.running} />
        <p class="numbers" role="status">
          {t.progress(run.accountsDone, run.accounts)}
          <span class="soft">{` · ${t.replayed(run.salesDone)}`}</span>
        </p>
        <p class="soft">{t.runningText}</p>
        <div>
          <Button
            data-act="cancel"
            busy={command.busy}
            onClick={async () => {
              if ((await command.send(null)).done) onCancelled();
            }}
          >
            {t.cancel}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Stopped({ run }: { run: WhatIfHead }) {
  const t = words.value;
  if (run.state === "running" || run.state === "done") return null;
  return (
    <Banner
      tone={run.state === "failed" ? "danger" : "warn"}
      title={t.stopped[run.state]}
      action={<ButtonLink size="s" href="/console/what-if">{t.again}</ButtonLink>}
    />
  );
}
