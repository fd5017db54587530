import { CameraOff } from "lucide-preact";
import { useEffect, useId, useState } from "preact/hooks";
import { ScanError, type ScanTrouble, startScan } from "../../shared/ui/scan/start-scan.ts";
import { Button, commonWords, Spinner } from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import "./style.css";

type State = "starting" | "live" | ScanTrouble;

let open = startScan;

/** Puts another camera in place of the real one, for the bench. */
export function useCamera(other: typeof startScan): void {
  open = other;
}

/** The live picture of the camera in a frame; reports each code it sees. */
export function CameraView(props: { onCode: (text: string) => void }) {
  const [state, setState] = useState<State>("starting");
  const [round, setRound] = useState(0);
  const id = `camera-${useId()}`;
  useEffect(() => {
    let over = false;
    let starting = true;
    let stop: (() => Promise<void>) | null = null;
    const picture = document.getElementById(id);
    setState("starting");
    open(id, (text) => {
      dispatchEvent(new Event("jifu-scan"));
      props.onCode(text);
    }).then((stopIt) => {
      starting = false;
      stop = stopIt;
      if (over) void stopIt().finally(() => picture?.remove());
      else setState("live");
    }, (error: unknown) => {
      starting = false;
      if (over) picture?.remove();
      else setState(error instanceof ScanError ? error.trouble : "camera-failed");
    });
    return () => {
      over = true;
      // A picture that leaves the page while it starts ends in an error that nobody can catch.
      if (starting && picture) keepAside(picture);
      void stop?.();
    };
  }, [round]);
  const trouble = state !== "starting" && state !== "live";
  return (
    <div class={`camera camera-${state}`}>
      <div id={id} class="camera-picture" role="img" aria-label={words.value.camera.view} />
      {!trouble && <CameraFrame live={state === "live"} />}
      {state === "starting" && (
        <p class="camera-note" role="status">
          <Spinner size="m" />
          {commonWords.value.cameraStarting}
        </p>
      )}
      {trouble && (
        <CameraTrouble
          trouble={state as ScanTrouble}
          onRetry={() => setRound(round + 1)}
        />
      )}
    </div>
  );
}

/** Out of sight, but still in the page. */
function keepAside(picture: HTMLElement): void {
  picture.ariaHidden = "true";
  picture.style.cssText = "position: fixed; inset-inline-start: -200vw";
  document.body.append(picture);
}

function CameraFrame(props: { live: boolean }) {
  return (
    <div class="camera-frame" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      {props.live && <b />}
    </div>
  );
}

function CameraTrouble(props: { trouble: ScanTrouble; onRetry: () => void }) {
  const t = commonWords.value;
  const said = {
    "camera-denied": [t.cameraDenied, t.cameraDeniedHint],
    "camera-missing": [t.cameraMissing, t.cameraMissingHint],
    "camera-failed": [t.cameraFailed, t.cameraFailedHint],
  }[props.trouble];
  return (
    <div class="camera-note" role="alert">
      <CameraOff aria-hidden="true" />
      <p class="camera-note-title">{said[0]}</p>
      <p>{said[1]}</p>
      <Button onClick={props.onRetry}>{t.retry}</Button>
    </div>
  );
}
