import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import {
  type ConsoleMe,
  keepPasskey,
  offerPasskey,
  signInPasskey,
  startPasskey,
} from "../../shared/console/endpoints.ts";
import { ask } from "../wire.ts";

/** Signs in with whichever passkey the person picks; no account name is needed.
 *  @throws Problem, Unreachable, or what the browser says when it is cancelled */
export const signInWithPasskey = async (): Promise<ConsoleMe> => {
  const { challengeId, options } = await ask(offerPasskey, {});
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  });
  return await ask(signInPasskey, { body: { challengeId, response: { ...response } } });
};

/** Adds a passkey of this device to one's own sign-in.
 *  @throws as above */
export const addOwnPasskey = async (label: string): Promise<void> => {
  const { challengeId, options } = await ask(startPasskey, {});
  const response = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  });
  await ask(keepPasskey, { body: { challengeId, label, response: { ...response } } });
};
