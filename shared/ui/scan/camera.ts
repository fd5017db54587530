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
  return async () => {
    if (camera.isScanning) await camera.stop();
    camera.clear();
  };
}
