/** docs/till-api.md stays true: its commands are sent, in their order, to a demo chain, and the
 *  answers have what the page shows. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { posKeys } from "../api/demo/people.ts";
import { type Chain, openChain } from "./chain.ts";

let chain: Chain;
beforeAll(async () => void (chain = await openChain()), 300_000);
afterAll(() => chain?.close());

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Words of a shell line: quotes, variables, and a backslash at the end of a line. */
const wordsOf = (line: string, variables: Map<string, string>): string[] => {
  const filled = (text: string) =>
    text.replace(/\$(\w+)/g, (_, name: string) => {
      if (!variables.has(name)) throw new Error(`$${name} is not set above`);
      return variables.get(name)!;
    });
  const words: string[] = [];
  for (const [word] of line.replaceAll("\\\n", " ").matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)) {
    words.push(
      word.replace(
        /'([^']*)'|"([^"]*)"|([^'"]+)/g,
        (_, plain, quoted, bare) => plain ?? filled(quoted ?? bare),
      ),
    );
  }
  return words;
};

const send = async (words: string[]): Promise<Response> => {
  const headers: Record<string, string> = {};
  let [url, body]: (string | undefined)[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (word === "-s") continue;
    else if (word === "-d") body = words[++i];
    else if (word === "-H") {
      const [, name, value] = /^([\w-]+): (.*)$/.exec(words[++i]!)!;
      headers[name!] = value!;
    } else if (word.startsWith("-")) throw new Error(`curl ${word}?`);
    else url = word;
  }
  return await fetch(url!, { method: body ? "POST" : "GET", headers, body });
};

/** Ids, claim codes and card numbers: made anew in each chain. */
const isMade = (text: string): boolean =>
  /^([a-z]{3}_)?01[0-9a-z]{20}$|^9[12]\d{14,18}$/.test(text);

/** What the page shows is there: the same kind of value, the same words. */
const agrees = (shown: Json, real: Json, at: string): void => {
  if (Array.isArray(shown)) {
    shown.forEach((part, i) => agrees(part, (real as Json[])[i]!, `${at}/${i}`));
  } else if (shown !== null && typeof shown === "object") {
    for (const [key, part] of Object.entries(shown)) {
      expect(real, at).toHaveProperty([key]);
      agrees(part, (real as { [key: string]: Json })[key]!, `${at}/${key}`);
    }
  } else if (typeof shown === "number" && !/(Fen|Milli|\/status|\/n)$/.test(at)) {
    expect(typeof real, at).toBe("number");
  } else if (typeof shown === "string" && isMade(shown)) {
    expect(isMade(String(real)), `${at}: ${real}`).toBe(true);
  } else expect(real, at).toEqual(shown);
};

/** Where a value stands in an answer, so that the same place can be looked up in another. */
const pathTo = (within: Json, value: string): string[] | null => {
  if (within === value) return [];
  for (
    const [key, part] of Object.entries(within !== null && typeof within === "object" ? within : {})
  ) {
    const below = pathTo(part, value);
    if (below) return [key, ...below];
  }
  return null;
};

test("every command of the page does what the page shows", async () => {
  const page = await readFile(new URL("../docs/till-api.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```(sh|json)\n([\s\S]*?)^```$/gm)];
  const variables = new Map<string, string>();
  let [shown, real]: Json[] = [null, null];
  let waiting: Response | null = null;
  let sent = 0;
  for (const [, kind, text] of blocks) {
    if (kind === "json") {
      shown = JSON.parse(text!) as Json;
      expect(waiting, text).not.toBeNull();
      real = await waiting!.json() as Json;
      agrees(shown, real, new URL(waiting!.url).pathname);
      waiting = null;
      continue;
    }
    expect(waiting, "a command without its answer").toBeNull();
    for (const line of text!.replaceAll("\\\n", " ").split(/\n(?=\w+=|curl )/)) {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line.trim()) ?? [];
      if (name === "JIFU") variables.set(name, chain.url);
      else if (name === "KEY") {
        expect(value).toBe(posKeys[0].secret);
        variables.set(name, value!);
      } else if (name) {
        const path = pathTo(shown!, value!);
        expect(path, `${line} stands in no answer above`).not.toBeNull();
        const found = path!.reduce((part, key) => (part as { [key: string]: Json })[key]!, real!);
        variables.set(name, String(found));
      } else {
        waiting = await send(wordsOf(line.trim(), variables));
        sent++;
      }
    }
  }
  expect(sent).toBe(blocks.filter(([, kind]) => kind === "json").length);
  expect(sent).toBeGreaterThan(12);
}, 60_000);
