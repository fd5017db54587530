/** For tests: a push service and a provider's door on this machine, and the phone's half of web
 *  push. Checks who sends (RFC 8292) and opens what was sent (RFC 8188, RFC 8291) with its own few
 *  lines over node:crypto, not with the library that made it. @module */
import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const hmac = (key: Uint8Array, data: Uint8Array): Buffer =>
  createHmac("sha256", key).update(data).digest();
const hkdf = (salt: Uint8Array, secret: Uint8Array, info: Uint8Array, length: number): Buffer =>
  hmac(hmac(salt, secret), Buffer.concat([info, Buffer.from([1])])).subarray(0, length);

/** The keys of one phone, as its browser makes them for a subscription. */
export const makePhone = () => {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    p256dh: ecdh.getPublicKey().toString("base64url"),
    auth: auth.toString("base64url"),
    /** Opens an aes128gcm body. @throws Error if it was made for other keys or changed */
    open: (body: Uint8Array): string => decryptPush(Buffer.from(body), ecdh.getPrivateKey(), auth),
  };
};
export type Phone = ReturnType<typeof makePhone>;

/** RFC 8291: the content of one record encrypted for these keys. */
export const decryptPush = (body: Buffer, privateKey: Uint8Array, auth: Uint8Array): string => {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body[20]!);
  const record = body.subarray(21 + body[20]!);
  if (record.length > body.readUInt32BE(16)) throw new Error("more than one record");
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey);
  const label = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), senderKey]);
  const secret = hkdf(auth, ecdh.computeSecret(senderKey), label, 32);
  const key = hkdf(salt, secret, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(salt, secret, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  const end = plain.findLastIndex((byte) => byte !== 0);
  if (plain[end] !== 2) throw new Error("no delimiter");
  return plain.subarray(0, end).toString("utf8");
};

export type VapidClaims = { aud: string; exp: number; sub: string; publicKey: string };

/** RFC 8292: who signed a push request. @throws Error saying what is wrong with the token */
export const verifyVapid = (
  header: string | undefined,
  audience: string,
  nowSeconds = Date.now() / 1000,
): VapidClaims => {
  const match = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(header ?? "");
  if (!match) throw new Error("no vapid token");
  const [head, claims, signature] = match[1]!.split(".") as [string, string, string];
  const json = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  const point = Buffer.from(match[2]!, "base64url");
  if (json(head).alg !== "ES256") throw new Error("alg");
  if (point.length !== 65 || point[0] !== 4) throw new Error("key");
  const key = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const signed = Buffer.from(`${head}.${claims}`);
  const ok = verify(
    "sha256",
    signed,
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(
      signature,
      "base64url",
    ),
  );
  if (!ok) throw new Error("signature");
  const { aud, exp, sub } = json(claims);
  if (aud !== audience) throw new Error(`aud ${aud}`);
  if (!(exp > nowSeconds && exp <= nowSeconds + 86_460)) throw new Error("exp");
  if (!/^(mailto:|https:)/.test(sub)) throw new Error("sub");
  return { aud, exp, sub, publicKey: match[2]! };
};

export type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };
export type Answer = { status: number; headers?: Record<string, string>; hang?: boolean };

/** An HTTP door on this machine that keeps what it gets and answers as told. */
export const openReceiver = async (answer: (got: Received) => Answer = () => ({ status: 201 })) => {
  const received: Received[] = [];
  let connections = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const got = {
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks),
      };
      received.push(got);
      const { status, headers = {}, hang } = answer(got);
      if (hang) return;
      response.writeHead(status, headers).end();
    });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    port: (server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    close: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
};
