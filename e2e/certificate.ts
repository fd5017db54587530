/** Certificates for servers on this machine, made when needed: a root that nobody else knows, and a
 *  leaf for the names asked. So no private key has to be kept in the repository. @module */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const n = content.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));

const nameOf = (common: string): Buffer =>
  sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(common)))));

const timeOf = (at: number): Buffer => {
  const text = new Date(at).toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${text}Z`));
};

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(
    oid(id),
    ...(critical ? [der(0x01, Buffer.from([0xff]))] : []),
    der(0x04, value),
  );
const isAuthority = extension("551d13", sequence(der(0x01, Buffer.from([0xff]))), true);
const alsoNamed = (hosts: readonly string[]): Buffer =>
  extension(
    "551d11",
    sequence(
      ...hosts.map((host) =>
        /^[\d.]+$/.test(host)
          ? der(0x87, Buffer.from(host.split(".").map(Number)))
          : der(0x82, Buffer.from(host))
      ),
    ),
  );

const day = 86_400_000;

const certificate = (
  of: { subject: string; issuer: string; publicKey: KeyObject; extensions: Buffer[] },
  issuerKey: KeyObject,
  now: number,
): Buffer => {
  const serial = randomBytes(12);
  serial[0] = 0x40 | (serial[0]! & 0x3f);
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    nameOf(of.issuer),
    sequence(timeOf(now - day), timeOf(now + 30 * day)),
    nameOf(of.subject),
    of.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...of.extensions)),
  );
  const signature = sign("sha256", toSign, issuerKey);
  return sequence(toSign, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
};

const pem = (bytes: Buffer): string => {
  const lines = bytes.toString("base64").match(/.{1,64}/g)!.join("\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
};

export type ServerCertificate = {
  /** PEM of the root, to be trusted. */
  root: string;
  /** PEM of the leaf and of its key, for the server. */
  cert: string;
  key: string;
  /** base64 SHA-256 of the leaf's public key, for Chromium's list of keys to trust. */
  keyHash: string;
};

/** A certificate for these host names and IPv4 addresses, good for a month. */
export const makeCertificate = (hosts: readonly string[]): ServerCertificate => {
  const now = Date.now();
  const root = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const leaf = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = "Jifu test root";
  const rootCert = certificate(
    { subject: issuer, issuer, publicKey: root.publicKey, extensions: [isAuthority] },
    root.privateKey,
    now,
  );
  const leafCert = certificate(
    { subject: hosts[0]!, issuer, publicKey: leaf.publicKey, extensions: [alsoNamed(hosts)] },
    root.privateKey,
    now,
  );
  const spki = leaf.publicKey.export({ type: "spki", format: "der" });
  return {
    root: pem(rootCert),
    cert: pem(leafCert),
    key: leaf.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    keyHash: createHash("sha256").update(spki).digest("base64"),
  };
};
