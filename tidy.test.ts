/** The rules of the house that a reader relies on: who may import whom, what each floor may touch,
 *  names and sizes. Where a file is over a size, its number stands in `grown` and may only shrink. */
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { pathsOf, readHouse, type SourceFile, sources } from "./.ci/house.ts";

const files = sources();
const paths = pathsOf();
const clients = ["kiosk", "pwa", "console"];

const isTest = (path: string): boolean => /(\.test\.tsx?$|\/test-[^/]+$)/.test(path);
/** Measures and replays: they act as callers do, and start servers of their own. */
const isTool = (path: string): boolean => /^api\/(bench|replay)\/|\/measure-[^/]+$/.test(path);
const floorOf = (path: string): string => {
  if (isTool(path)) return "tools";
  return path.startsWith("shared/ui/") ? "shared/ui" : path.split("/")[0]!;
};
const roomOf = (path: string): string | undefined => /^api\/([^/]+)\//.exec(path)?.[1];
/** Imports of our own, as paths from the top of the house. */
const ownImports = (f: SourceFile): string[] =>
  f.imports.filter((i) => i.startsWith("."))
    .map((i) => posix.join(posix.dirname(f.path), i.replace(/\?.*$/, "")));
const packages = (f: SourceFile): string[] => f.imports.filter((i) => !i.startsWith("."));
/** Finds of a rule over files, each as "file: what". Empty is right. */
const breaches = (of: SourceFile[], rule: (f: SourceFile) => string[]): string[] =>
  of.flatMap((f) => rule(f).map((what) => `${f.path}: ${what}`));

const product = files.filter((f) => !isTest(f.path));
const onFloor = (...floors: string[]): SourceFile[] =>
  product.filter((f) => floors.includes(floorOf(f.path)));
const inClients = onFloor(...clients, "shared/ui");

describe("who may import whom", () => {
  const allowed: Record<string, string[]> = {
    "shared": ["shared"],
    "shared/ui": ["shared", "shared/ui"],
    "api": ["api", "shared"],
    "tools": ["tools", "e2e", "api", "shared"],
    ...Object.fromEntries(clients.map((c) => [c, [c, "shared", "shared/ui"]])),
  };

  test("floors import only downwards, clients never each other", () => {
    const wrong = breaches(
      onFloor(...Object.keys(allowed)),
      (f) => ownImports(f).filter((to) => !allowed[floorOf(f.path)]!.includes(floorOf(to))),
    );
    expect(wrong).toEqual([]);
  });

  test("shared knows zod/mini and nothing else", () => {
    expect(breaches(onFloor("shared"), (f) => packages(f).filter((i) => i !== "zod/mini")))
      .toEqual([]);
  });

  test("what only a server has stays on the server", () => {
    expect(breaches(inClients, (f) => packages(f).filter((i) => i.startsWith("node:"))))
      .toEqual([]);
  });

  test("no verb calls a verb of another room", () => {
    // A verb is what books: it settles or writes. The demo acts as a caller does.
    const verbs = new Set(
      product.filter((f) => f.uses.some((u) => u === "settle" || /(^|\.)db\.write$/.test(u)))
        .map((f) => f.path).filter((path) => roomOf(path)),
    );
    const base = ["db", "http", "access", "demo"];
    const rooms = onFloor("api").filter((f) => roomOf(f.path) && !base.includes(roomOf(f.path)!));
    const wrong = breaches(
      rooms,
      (f) =>
        ownImports(f).filter((to) =>
          verbs.has(to) && roomOf(to) !== roomOf(f.path) && !base.includes(roomOf(to)!)
        ),
    );
    expect(wrong).toEqual([]);
  });

  test("our own files are imported by their whole name, packages by their bare one", () => {
    expect(
      breaches(
        files,
        (f) =>
          f.imports.filter((i) =>
            i.startsWith(".")
              ? !/\.(tsx?|css|svg|json|mjs)(\?\w+)?$/.test(i)
              : /^(npm:|jsr:|https?:)/.test(i)
          ),
      ),
    ).toEqual([]);
  });
});

describe("what a floor may touch", () => {
  test("shared has no clock, no chance, no network", () => {
    const banned =
      /^(Date\.now|new Date|Math\.random|performance\.now|fetch|setTimeout|setInterval|console\.\w+|crypto\..*|globalThis\..*)$/;
    expect(breaches(onFloor("shared"), (f) => f.uses.filter((u) => banned.test(u)))).toEqual([]);
  });

  test("clients fetch nothing from elsewhere", () => {
    const wrong = breaches(
      inClients,
      (f) =>
        f.strings.filter((s) =>
          /^(https?:)?\/\/[\w-]+\./.test(s) && !s.startsWith("http://www.w3.org/")
        ),
    );
    expect(wrong).toEqual([]);
  });

  test("what people read stands in the wording, not in the screens", () => {
    const excused = [
      // A push that cannot be read is told in both languages: a worker has no wording open.
      "pwa/push/notice.ts",
      // Takes the unit off a month that Intl wrote.
      "console/member/lapse-panel.tsx",
    ];
    const screens = inClients.filter((f) =>
      !/(^|\/)bench(\/|\.|-)/.test(f.path) && !excused.includes(f.path)
    );
    expect(breaches(screens, (f) => f.strings.filter((s) => /\p{Script=Han}/u.test(s)))).toEqual(
      [],
    );
  });
});

describe("names", () => {
  test("nothing is called by what it is not", () => {
    const banned =
      /(^|\/)(common|services?)(\/|\.|$)|(^|\/|-)(utils?|helpers?|misc|managers?)(\/|-|\.|$)/;
    // "common" words are the wording that all clients share.
    const wrong = paths.filter((p) => banned.test(p) && !p.startsWith("shared/wording/common/"));
    expect(wrong).toEqual([]);
    expect(paths.filter((p) => p.startsWith("api/db/") && /store/.test(p))).toEqual([]);
  });

  test("files are kebab-case", () => {
    const code = paths.filter((p) => /\.(tsx?|css|sql)$/.test(p) && !p.startsWith("migrations/"));
    expect(code.filter((p) => !/^[a-z0-9-]+(\.[a-z]+)+$/.test(posix.basename(p)))).toEqual([]);
  });

  test("the top of the house holds floors and tool files", () => {
    const tops = new Set(paths.map((p) => p.split("/")[0]!));
    const known = [
      ...["api", "kiosk", "pwa", "shared", "console", "migrations", "docs", "e2e", ".ci"],
      ...["deno.json", "package.json", "package-lock.json", ".npmrc", ".gitignore"],
      ...["tsconfig.json", "vite.config.ts", "vitest.config.ts", "tidy.test.ts"],
      "stryker.config.mjs",
      ...["LICENSE", "README.md", "ARCHITECTURE.md"],
    ];
    expect([...tops].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("sizes", () => {
  /** Over the measure when the rule came; the numbers may only shrink, and then stand here. */
  const grownFiles: Record<string, number> = {
    "console/frame/style.css": 395,
    "kiosk/sale/style.css": 300,
    "shared/problems.ts": 551,
  };
  const grownFunctions: Record<string, number> = {
    "console/gifts/gift-editor.tsx GiftEditor": 92,
    "console/keys/screen.tsx KeysScreen": 61,
    "console/member/screen.tsx MemberPage": 68,
    "console/staff/grants-dialog.tsx GrantsDialog": 72,
  };

  /** What is over its measure, and what is excused though it no longer needs to be. */
  const misfits = (
    sizes: (readonly [name: string, lines: number])[],
    most: number,
    grown: Record<string, number>,
  ): string[] => {
    const size = new Map(sizes);
    return [
      ...sizes.filter(([name, lines]) => lines > (grown[name] ?? most))
        .map(([name, lines]) => `${name} has ${lines}, at most ${grown[name] ?? most}`),
      ...Object.keys(grown).filter((name) => (size.get(name) ?? 0) <= most)
        .map((name) => `${name} fits now: take its excuse out`),
    ];
  };

  test("no file has more than 250 lines", () => {
    const texts = paths.filter((p) => /\.(css|sql|js)$/.test(p));
    const sizes = [
      ...files.map((f) => [f.path, f.lines] as const),
      ...texts.map((p) => [p, readHouse(p).trimEnd().split("\n").length] as const),
    ];
    expect(misfits(sizes, 250, grownFiles)).toEqual([]);
  });

  test("no function has more than 60 lines of its own", () => {
    const sizes = product.flatMap((f) =>
      f.functions.map((fn) => [`${f.path} ${fn.name}`, fn.lines] as const)
    ).sort(([, a], [, b]) => a - b);
    expect(misfits(sizes, 60, grownFunctions)).toEqual([]);
  });
});
