/** The connection on which a browser waits for its pushes (MCS): a version byte, then packets of
 *  tag, length and protobuf. @module */
import type { AddressInfo } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { number, readVarint, text, varint } from "./protobuf.ts";

const version = 41;
const tags = { ping: 0, pong: 1, login: 2, welcome: 3, data: 8 } as const;

export const openMessageChannel = async (certificate: { cert: string; key: string }) => {
  const phones = new Set<TLSSocket>();
  /** For a phone that is not there yet. */
  const waiting: Buffer[] = [];

  const send = (phone: TLSSocket, tag: number, packet: Buffer): void => {
    phone.write(Buffer.concat([Buffer.from([tag]), varint(packet.length), packet]));
  };
  const onPacket = (phone: TLSSocket, tag: number): void => {
    if (tag === tags.ping) send(phone, tags.pong, Buffer.alloc(0));
    if (tag !== tags.login) return;
    phone.write(Buffer.from([version]));
    const welcome = [text(1, "jifu"), number(5, 1), number(8, Date.now())];
    send(phone, tags.welcome, Buffer.concat(welcome));
    phones.add(phone);
    for (const packet of waiting.splice(0)) send(phone, tags.data, packet);
  };
  const server = createServer(certificate, (phone) => {
    let rest = Buffer.alloc(0);
    let greeted = false;
    phone.on("error", () => phone.destroy());
    phone.on("close", () => phones.delete(phone));
    phone.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      if (!greeted) {
        greeted = true;
        rest = rest.subarray(1);
      }
      for (;;) {
        const length = rest.length > 1 ? readVarint(rest, 1) : null;
        if (!length || rest.length < length[1] + length[0]) return;
        const tag = rest[0]!;
        rest = rest.subarray(length[1] + length[0]);
        onPacket(phone, tag);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

  return {
    port: (server.address() as AddressInfo).port,
    /** Hands a message to every phone that waits, or keeps it until one does. */
    deliver: (packet: Buffer): void => {
      if (phones.size === 0) waiting.push(packet);
      for (const phone of phones) send(phone, tags.data, packet);
    },
    close: async (): Promise<void> => {
      for (const phone of phones) phone.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
