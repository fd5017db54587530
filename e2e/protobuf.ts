/** The few parts of protobuf that Chromium's push channel speaks. @module */

/** A whole number in 7-bit groups. */
export const varint = (value: number | bigint): Buffer => {
  const out: number[] = [];
  let left = BigInt(value);
  do {
    const group = Number(left & 127n);
    left >>= 7n;
    out.push(left ? group | 128 : group);
  } while (left);
  return Buffer.from(out);
};

/** Reads a whole number. @returns it and where it ends, or null if it is not all there yet */
export const readVarint = (from: Buffer, at: number): [value: number, end: number] | null => {
  let value = 0n;
  for (let shift = 0n, i = at; i < from.length; i++, shift += 7n) {
    value |= BigInt(from[i]! & 127) << shift;
    if (from[i]! < 128) return [Number(value), i + 1];
  }
  return null;
};

export const number = (field: number, value: number | bigint): Buffer =>
  Buffer.concat([varint(field << 3), varint(value)]);
export const bytes = (field: number, value: Uint8Array): Buffer =>
  Buffer.concat([varint(field << 3 | 2), varint(value.length), value]);
export const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));
export const fixed64 = (field: number, value: bigint): Buffer => {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64LE(value);
  return Buffer.concat([varint(field << 3 | 1), eight]);
};
