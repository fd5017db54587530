import { Download } from "lucide-preact";
import { exportList } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { exportNeeds } from "../../shared/exports/lists.ts";
import { Button, lang, toast } from "../../shared/ui/index.ts";
import { failureText } from "../failure.ts";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { askFile } from "../wire.ts";
import { shellWords } from "../words.ts";

type Asked = Omit<BodyOf<typeof exportList>, "language">;

/** Takes a list away as a file; not there for who may not. */
export function ExportButton({ asked }: { asked: Asked }) {
  const t = shellWords.value;
  const command = useCommand((body: Asked) =>
    askFile(exportList, { ...body, language: lang.value })
  );
  if (!mayI("list.export") || !mayI(exportNeeds[asked.list])) return null;
  return (
    <Button
      data-act="export"
      icon={<Download />}
      busy={command.busy}
      onClick={async () => {
        const outcome = await command.send(asked);
        if (!outcome.done) {
          toast(failureText(outcome.failure).title, "danger");
          return;
        }
        keep(outcome.answer);
        toast(t.exported);
      }}
    >
      {t.exportList}
    </Button>
  );
}

/** Lets the browser keep a file under its name. */
function keep({ name, blob }: { name: string; blob: Blob }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
