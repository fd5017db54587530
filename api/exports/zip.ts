/** A ZIP archive written as it is read: files in turn, deflated, sizes behind each (PKWARE APPNOTE
 *  6.3.10, 4.4.4 bit 3). Enough for an Office file of less than 4 GB. @module */
import { crc32, deflateRawSync } from "node:zlib";

const u16 = (n: number): number[] => [n & 255, (n >>> 8) & 255];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
const utf8 = new TextEncoder();

/** 1980-01-01: no clock is needed to read a list. */
const date = [...u16(0), ...u16(33)];
const flags = 0x0808; // UTF-8 names, sizes behind the data
const head = (version: number) => [...u16(version), ...u16(flags), ...u16(8), ...date];

export type ZipFile = { name: string; parts: Iterable<string> | AsyncIterable<string> };

type Written = { name: Uint8Array; crc: number; packed: number; size: number; at: number };

/** Text gathered before it is deflated: small pieces would deflate badly. */
const blockSize = 256 * 1024;

async function* blocks(parts: ZipFile["parts"]): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const part of parts) {
    text += part;
    if (text.length < blockSize) continue;
    yield utf8.encode(text);
    text = "";
  }
  yield utf8.encode(text);
}

/** The archive, piece by piece. */
export async function* zipOf(files: readonly ZipFile[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  const counted = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    return bytes;
  };
  for (const { name, parts } of files) {
    const entry: Written = { name: utf8.encode(name), crc: 0, packed: 0, size: 0, at };
    yield counted(Uint8Array.from([
      ...[0x50, 0x4b, 3, 4],
      ...head(20),
      ...u32(0),
      ...u32(0),
      ...u32(0),
      ...u16(entry.name.length),
      ...u16(0),
    ]));
    yield counted(entry.name);
    for await (const block of blocks(parts)) {
      entry.crc = crc32(block, entry.crc);
      entry.size += block.length;
      // Flushed blocks follow each other in one stream; the last one ends it below.
      const packed = deflateRawSync(block, { finishFlush: 2 });
      entry.packed += packed.length;
      yield counted(packed);
    }
    const end = Uint8Array.from([3, 0]); // an empty final block
    entry.packed += end.length;
    yield counted(end);
    yield counted(Uint8Array.from([
      ...[0x50, 0x4b, 7, 8],
      ...u32(entry.crc),
      ...u32(entry.packed),
      ...u32(entry.size),
    ]));
    written.push(entry);
  }
  yield directory(written, at);
}

const directory = (written: readonly Written[], at: number): Uint8Array => {
  const entries = written.flatMap((entry) => [
    ...[0x50, 0x4b, 1, 2],
    ...u16(20),
    ...head(20),
    ...u32(entry.crc),
    ...u32(entry.packed),
    ...u32(entry.size),
    ...u16(entry.name.length),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...u32(entry.at),
    ...entry.name,
  ]);
  return Uint8Array.from([
    ...entries,
    ...[0x50, 0x4b, 5, 6],
    ...u16(0),
    ...u16(0),
    ...u16(written.length),
    ...u16(written.length),
    ...u32(entries.length),
    ...u32(at),
    ...u16(0),
  ]);
};
