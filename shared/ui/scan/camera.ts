import { BarcodeDetector as Zxing, prepareZXingModule } from "barcode-detector/ponyfill";
import { Html5Qrcode, Html5QrcodeSupportedFormats as Format } from "html5-qrcode";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Milliseconds during which the same code is not reported again. */
const SAME_CODE_MS = 3_000;

type DetectorFormats = ConstructorParameters<typeof Zxing>[0];

// Our own wasm: the package would otherwise fetch it from a public network.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => path.endsWith(".wasm") ? wasmUrl : prefix + path,
  },
  fireImmediately: true,
});

// html5-qrcode 2.3.8 hands the formats over as a bare array, which the standard does not know.
class Detector extends Zxing {
  constructor(formats?: DetectorFormats | string[]) {
    super(Array.isArray(formats) ? { formats } as DetectorFormats : formats);
  }
}
Reflect.set(globalThis, "BarcodeDetector", Detector);

// html5-qrcode leaves the promise of play() alone: when a picture leaves the page while it begins,
// nobody else can catch that, and nothing is wrong.
addEventListener("unhandledrejection", (event) => {
  const { name, message } = Object(event.reason) as Partial<Error>;
  if (name === "AbortError" && message?.includes("play()")) event.preventDefault();
});

/** See `startScan`. */
export async function openCamera(
  elementId: string,
  onCode: (text: string) => void,
): Promise<() => Promise<void>> {
  const camera = new Html5Qrcode(elementId, {
    formatsToSupport: [Format.QR_CODE, Format.CODE_128],
    useBarCodeDetectorIfSupported: true,
    verbose: false,
  });
  let last = "";
  let seenAt = -SAME_CODE_MS;
  await camera.start(
    { facingMode: "environment" },
    { fps: 10, disableFlip: true },
    (text) => {
      const now = performance.now();
      if (text === last && now - seenAt < SAME_CODE_MS) return;
      last = text;
      seenAt = now;
      onCode(text);
    },
    undefined,
  );
  // start() resolves before the picture plays; until then the camera could not be closed again.
  await document.getElementById(elementId)?.querySelector("video")?.play().catch(() => {});
  return () => close(camera);
}

/** Closes it, also while it is between two of its own states and will not be closed yet. */
async function close(camera: Html5Qrcode): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      if (camera.isScanning) await camera.stop();
      return camera.clear();
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
