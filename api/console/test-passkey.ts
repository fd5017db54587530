/** An authenticator for tests: makes a P-256 key and answers WebAuthn options as a browser does.
 *  @module */
import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();

type Options = Record<string, unknown>;

const clientData = (type: string, options: Options, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge: options.challenge, origin, crossOrigin: false }));

/** Presence and verification, and where a key is shown, attested data. */
const flags = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 };

const counterBytes = (counter: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(counter);
  return bytes;
};

const coseKey = (key: KeyObject): Uint8Array => {
  const { x, y } = key.export({ format: "jwk" });
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y!, "base64url"))],
    ]),
  );
};

export const makePasskey = (id: string, origin = "http://localhost") => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = Buffer.from(id);
  const rpHash = sha256(new URL(origin).hostname);
  let counter = 0;
  return {
    /** Answers the options of adding a passkey. */
    create: (options: Options): Record<string, unknown> => {
      const idLength = Buffer.from([0, rawId.length]);
      const authData = Buffer.concat([
        rpHash,
        Buffer.from([flags.userPresent | flags.userVerified | flags.attested]),
        counterBytes(counter),
        Buffer.alloc(16),
        idLength,
        rawId,
        coseKey(publicKey),
      ]);
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", new Uint8Array(authData)],
        ]) as never,
      );
      return {
        id: base64url(rawId),
        rawId: base64url(rawId),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", options, origin)),
          attestationObject: base64url(attestation),
          transports: ["internal"],
        },
      };
    },
    /** Answers the options of signing in. @param verified false: nobody showed a finger or a PIN */
    get: (options: Options, verified = true): Record<string, unknown> => {
      counter++;
      const bits = flags.userPresent | (verified ? flags.userVerified : 0);
      const authData = Buffer.concat([rpHash, Buffer.from([bits]), counterBytes(counter)]);
      const data = clientData("webauthn.get", options, origin);
      const sign = createSign("sha256").update(Buffer.concat([authData, sha256(data)]));
      return {
        id: base64url(rawId),
        rawId: base64url(rawId),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authData),
          signature: base64url(sign.sign(privateKey)),
        },
      };
    },
    /** As a copy of the key would: with a counter that was already seen. */
    rewind: (): void => void (counter -= 1),
  };
};
