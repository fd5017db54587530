/**
 * The camera seam. html5-qrcode drives the camera, zxing-cpp (as BarcodeDetector) reads the
 * picture. This file is small; the machinery is fetched when the first scan starts.
 */

/** Why no picture comes; screens translate it. */
export type ScanTrouble = "camera-denied" | "camera-missing" | "camera-failed";

/** Thrown by `startScan` when the camera does not open. */
export class ScanError extends Error {
  readonly trouble: ScanTrouble;
  constructor(trouble: ScanTrouble, cause: unknown) {
    super(trouble, { cause });
    this.name = "ScanError";
    this.trouble = trouble;
  }
}

/**
 * Opens the camera in an element and calls `onCode` for each QR or Code 128 that it sees; the
 * same code again only after 3 s. Give the element at least 640 CSS pixels of width: the picture
 * is read at the size at which it is shown. The returned function closes the camera.
 * @throws ScanError
 */
export async function startScan(
  elementId: string,
  onCode: (text: string) => void,
): Promise<() => Promise<void>> {
  try {
    const { openCamera } = await import("./camera.ts");
    return await openCamera(elementId, onCode);
  } catch (cause) {
    throw new ScanError(troubleOf(cause), cause);
  }
}

/** Fetches the machinery ahead of the first scan, when there is time for it. */
export function warmUpScan(): Promise<unknown> {
  return import("./camera.ts");
}

/** html5-qrcode rejects with strings as often as with errors. */
export function troubleOf(cause: unknown): ScanTrouble {
  const said = cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause);
  if (/NotAllowed|Permission|SecurityError|secure context/i.test(said)) return "camera-denied";
  if (/NotFound|DevicesNotFound|Overconstrained|not supported|no camera/i.test(said)) {
    return "camera-missing";
  }
  return "camera-failed";
}
