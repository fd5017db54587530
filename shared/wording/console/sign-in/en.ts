import { formatsOf } from "../../format.ts";
import type { SignInWording } from "./zh.ts";

const f = formatsOf("en");

/** English of the console's sign-in. */
export const en: SignInWording = {
  title: "Sign in",
  welcome: "Welcome back",
  lead: "Members, points, gifts and stores",
  motto: "Every little thing in the shop\nis good fortune gathered.",
  login: "Account",
  password: "Password",
  totp: "One-time code",
  totpHint: "The 6 digits in your authenticator app",
  totpRule: "Enter 6 digits",
  send: "Sign in",
  or: "or",
  passkey: "Sign in with a passkey",
  wrong: "Account, password or code is wrong",
  wrongHint: "The code changes every 30 seconds; if it is right, check the clock of your phone.",
  locked: "Too many tries: sign-in is locked",
  lockedUntil: (at) => `Try again after ${f.time(at)}, or ask an administrator.`,
  passkeyFailed: "Not completed: the browser cancelled, or this device holds no passkey.",
};
