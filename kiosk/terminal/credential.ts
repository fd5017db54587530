/** Who this device is to the server. The keys cannot be read, only used. @module */
export type TerminalKind = "kiosk" | "counter";

export interface Credential {
  terminalId: string;
  kind: TerminalKind;
  label: string;
  /** HMAC key that signs each request; non-extractable. */
  key: CryptoKey;
}

/** A pairing that waits for a manager; kept so that a restart does not need a new code. */
export interface PairingKept {
  kind: TerminalKind;
  label: string;
  pairingId: string;
  code: string;
  secret: string;
  expiresAt: number;
  privateKey: CryptoKey;
}
