import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { squeeze, SQUEEZED } from "./squeeze.ts";
import { answerFile } from "./static-files.ts";

const page = `<p>${"积福 ".repeat(500)}</p>`;
const asked = new Request("http://localhost/", { headers: { "accept-encoding": "gzip, br" } });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-files-"));
  for (const name of ["built.html", "plain.html"]) await writeFile(join(folder, name), page);
  // Another text, so that it shows which of the two was sent.
  const built = await squeeze(new TextEncoder().encode("as it was built"));
  await writeFile(join(folder, `built.html${SQUEEZED}`), built);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (name: string) => {
  const answer = (await answerFile(asked, folder, name))!;
  expect(answer.headers.get("content-encoding")).toBe("br");
  return brotliDecompressSync(new Uint8Array(await answer.arrayBuffer())).toString();
};

test("what the build has compressed is sent as it is, anything else is compressed here", async () => {
  expect(await read("built.html")).toBe("as it was built");
  expect(await read("plain.html")).toBe(page);
  expect(await read("plain.html")).toBe(page);
});

test("who cannot read it gets the file itself, and nobody the compressed one by its name", async () => {
  const plain = await answerFile(new Request("http://localhost/"), folder, "built.html");
  expect([await plain!.text(), plain!.headers.get("content-encoding")]).toEqual([page, null]);
  expect(await answerFile(asked, folder, `built.html${SQUEEZED}`)).toBeNull();
});
