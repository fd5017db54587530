/** A camera that a test points at a picture: Chromium plays a y4m file as its video device, and
 *  sees what is written over the file while it plays. @module */
import { open, writeFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";

const width = 640;
const height = 480;
const frames = 5;

type Picture = { width: number; height: number; rgba: Uint8Array };

/** RGBA (frame-sized) as one I420 frame, BT.601 video range. */
const toI420 = ({ rgba }: Picture): Uint8Array => {
  const out = new Uint8Array((width * height * 3) / 2);
  const u = width * height;
  const v = u + u / 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const [r, g, b] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!];
      out[y * width + x] = 16 + ((66 * r + 129 * g + 25 * b + 128) >> 8);
      if (y % 2 === 0 && x % 2 === 0) {
        const half = (y / 2) * (width / 2) + x / 2;
        out[u + half] = 128 + ((-38 * r - 74 * g + 112 * b + 128) >> 8);
        out[v + half] = 128 + ((112 * r - 94 * g - 18 * b + 128) >> 8);
      }
    }
  }
  return out;
};

const y4m = (picture: Picture): Uint8Array => {
  const frame = Buffer.concat([Buffer.from("FRAME\n"), toI420(picture)]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]);
};

const grey = (): Picture => ({
  width,
  height,
  rgba: new Uint8Array(width * height * 4).fill(128),
});

/** A PNG as the camera would see it: whole, in the middle of the frame. A browser's page decodes it. */
const seen = async (page: Page, png: Buffer): Promise<Picture> => {
  const base64 = await page.evaluate(async ({ data, width, height }) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(width, height).getContext("2d")!;
    context.fillStyle = "#777";
    context.fillRect(0, 0, width, height);
    const scale = Math.min(width / picture.width, height / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
    const { data: rgba } = context.getImageData(0, 0, width, height);
    let text = "";
    for (let i = 0; i < rgba.length; i += 32_768) {
      text += String.fromCharCode(...rgba.subarray(i, i + 32_768));
    }
    return btoa(text);
  }, { data: png.toString("base64"), width, height });
  return { width, height, rgba: new Uint8Array(Buffer.from(base64, "base64")) };
};

export type Camera = {
  /** Give it to `openBrowser({ camera })`. */
  path: string;
  /** Points the camera at what a page, or one element of it, shows now. */
  pointAt: (what: Page | Locator) => Promise<void>;
  /** Points it at a grey wall. */
  lookAway: () => Promise<void>;
};

/** @param path where the video file may stand; @param browser any open one, to decode pictures */
export const openCamera = async (path: string, browser: Browser): Promise<Camera> => {
  await writeFile(path, y4m(grey()));
  // In place and always of the same size: a stream that plays the file goes on with the new frames.
  const show = async (picture: Picture) => {
    const file = await open(path, "r+");
    await file.write(y4m(picture), 0, undefined, 0);
    await file.close();
  };
  // One page for all pictures: each new one is a process of its own.
  let page: Promise<Page> | null = null;
  return {
    path,
    pointAt: async (what) =>
      show(await seen(await (page ??= browser.newPage()), await what.screenshot())),
    lookAway: () => show(grey()),
  };
};
