/** Card codes as a forger would make them: from a seen code, from an old one, from nothing. @module */
import { composeStaticNumber } from "../../shared/cards/card-code.ts";
import { withCheckDigits } from "../../shared/cards/check-digits.ts";
import { type Chance, oneOf } from "./bad-values.ts";

/** A code of the true card, `steps` from now. */
export type TrueCode = (steps: number, refresh: number) => Promise<string>;

export type Forger = {
  truth: TrueCode;
  /** Codes of another card of the same house. */
  other: TrueCode;
  /** A plastic number that is good. */
  plastic: string;
  chance: Chance;
};

const digits = (n: number, chance: Chance): string =>
  Array.from({ length: n }, () => chance(10)).join("");

/** All but the check digits, which are made anew. */
const sealed = (body: string): string => withCheckDigits(body);
const bodyOf = (code: string): string => code.slice(0, 24);
const head = (code: string): string => code.slice(0, 15);
const mac = (code: string): string => code.slice(15, 24);

const swapped = (text: string, at: number, by: number): string => {
  const all = [...text];
  [all[at], all[at + by]] = [all[at + by]!, all[at]!];
  return all.join("");
};

const changedDigit = (text: string, at: number, by: number): string =>
  text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);

type Forgery = (f: Forger) => Promise<string>;

/** Every kind has right check digits but the last, a misread. */
export const forgeries: Record<string, Forgery> = {
  "from nothing": ({ chance }) => Promise.resolve(sealed(`90${digits(22, chance)}`)),
  "right card, guessed MAC": async ({ truth, chance }) =>
    sealed(head(await truth(0, chance(10))) + digits(9, chance)),
  "right card, near MAC": async ({ truth, chance }) => {
    const code = await truth(0, chance(10));
    const near = (Number(mac(code)) + 1 + chance(1_000)) % 1_000_000_000;
    return sealed(head(code) + String(near).padStart(9, "0"));
  },
  "one digit changed": async ({ truth, chance }) =>
    sealed(changedDigit(bodyOf(await truth(0, chance(10))), 2 + chance(22), 1 + chance(9))),
  "two digits changed": async ({ truth, chance }) => {
    const once = changedDigit(bodyOf(await truth(0, chance(10))), 2 + chance(11), 1 + chance(9));
    return sealed(changedDigit(once, 13 + chance(11), 1 + chance(9)));
  },
  "digits swapped": async ({ truth, chance }) => {
    const body = bodyOf(await truth(0, chance(10)));
    const at = 2 + chance(20);
    return sealed(swapped(body, at, 1 + chance(2)));
  },
  "MAC of another step": async ({ truth, chance }) => {
    const off = (1 + chance(4_000)) * oneOf([1, -1], chance);
    const [now, then] = [await truth(0, 3), await truth(off, 3)];
    return sealed(head(now) + mac(then));
  },
  "step of another code": async ({ truth, chance }) => {
    const now = await truth(0, 3);
    const step = String((Number(now.slice(12, 14)) + 1 + chance(99)) % 100).padStart(2, "0");
    return sealed(now.slice(0, 12) + step + now.slice(14, 24));
  },
  "refresh counted up": async ({ truth, chance }) => {
    const refresh = chance(10);
    const code = await truth(0, refresh);
    return sealed(code.slice(0, 14) + ((refresh + 1 + chance(9)) % 10) + mac(code));
  },
  "another card's MAC": async ({ truth, other, chance }) => {
    const refresh = chance(10);
    return sealed(head(await truth(0, refresh)) + mac(await other(0, refresh)));
  },
  "another card's handle": async ({ truth, other }) => {
    const code = await truth(0, 0);
    return sealed(`90${(await other(0, 0)).slice(2, 12)}${code.slice(12, 24)}`);
  },
  "too old": ({ truth, chance }) => truth(-41 - chance(5_000), chance(10)),
  "not yet": ({ truth, chance }) => truth(41 + chance(5_000), chance(10)),
  "card number from nothing": ({ chance }) =>
    Promise.resolve(composeStaticNumber(digits(12, chance))),
  "card number, one digit changed": ({ plastic, chance }) =>
    Promise.resolve(sealed(changedDigit(plastic.slice(0, 14), 2 + chance(12), 1 + chance(9)))),
  "card number, digits swapped": ({ plastic, chance }) =>
    Promise.resolve(sealed(swapped(plastic.slice(0, 14), 2 + chance(11), 1))),
  "card number out of a handle": async ({ truth }) =>
    composeStaticNumber(`00${(await truth(0, 0)).slice(2, 12)}`),
  "misread": async ({ truth, plastic, chance }) => {
    const code = oneOf([await truth(0, chance(10)), plastic], chance);
    return changedDigit(code, 2 + chance(code.length - 2), 1 + chance(9));
  },
};

export const kindsOfForgery = Object.keys(forgeries);

/** One forgery, and its kind; never by chance a code that is good now. */
export const forge = async (f: Forger): Promise<{ kind: string; code: string }> => {
  for (;;) {
    const kind = oneOf(kindsOfForgery, f.chance);
    const code = await forgeries[kind]!(f);
    if (code !== f.plastic && !await isGood(f, code)) return { kind, code };
  }
};

/** A digit changed into itself, or swapped with its like: a true code of these ten minutes. */
const isGood = async ({ truth }: Forger, code: string): Promise<boolean> => {
  if (code.length !== 26) return false;
  const refresh = Number(code[14]);
  const now = Number((await truth(0, 0)).slice(12, 14));
  const ahead = ((Number(code.slice(12, 14)) - now) % 100 + 100) % 100;
  const steps = ahead >= 50 ? ahead - 100 : ahead;
  return Math.abs(steps) <= 40 && await truth(steps, refresh) === code;
};
