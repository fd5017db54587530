/** The house as data, for the test of its rules: every file, its imports, its functions, the names
 *  it uses. Read with Vite's own parser. @module */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const home = fileURLToPath(new URL("../", import.meta.url));
/** At the top, made by tools, never part of the house (.gitignore). */
const made = ["node_modules", "dist", "data", "coverage", "shots", ".git", ".DS_Store", ".env"];

export type SourceFile = {
  /** From the top of the house, with slashes. */
  path: string;
  text: string;
  lines: number;
  /** As written: "./x.ts", "zod/mini", "node:fs". */
  imports: string[];
  /** Lines of each function, less the named functions inside it, which count for themselves. */
  functions: { name: string; lines: number; at: number }[];
  /** Callee or name as dotted text: "Date.now", "new Date" (without arguments), "fetch". */
  uses: string[];
  /** Texts in the code: literals, templates, JSX. */
  strings: string[];
};

type Node = { type: string; start: number; end: number; [key: string]: unknown };
type Ast = { program: Node; module: { staticImports: { moduleRequest: { value: string } }[] } };

export const readHouse = (path: string): string => readFileSync(join(home, path), "utf8");

/** Every path of the house, and the names at its top. */
export const pathsOf = (folder = ""): string[] =>
  readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    if (folder === "" && made.includes(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? pathsOf(path) : [path];
  });

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
  );

const dotted = (node: Node): string => {
  if (node.type === "Identifier") return String(node.name);
  if (node.type !== "MemberExpression" || node.computed) return "";
  const object = dotted(node.object as Node);
  return object && `${object}.${dotted(node.property as Node)}`;
};

const functionTypes = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
]);

type Found = Pick<SourceFile, "functions" | "uses" | "strings" | "imports">;

/** A function is called what it is kept as; "" if it is only handed on. */
const nameOf = (node: Node, parent: Node): string => {
  const named = (node.id ?? parent.id ?? parent.key) as { name?: string } | null | undefined;
  return named?.name ?? "";
};

const linesOf = (node: Node, text: string): number =>
  text.slice(node.start, node.end).split("\n").length;

const namedInside = (node: Node, text: string): number =>
  childrenOf(node).reduce((sum, child) => {
    const own = functionTypes.has(child.type) && nameOf(child, node) !== "";
    return sum + (own ? linesOf(child, text) : namedInside(child, text));
  }, 0);

const note = (node: Node, parent: Node, text: string, found: Found): void => {
  if (functionTypes.has(node.type)) {
    found.functions.push({
      name: nameOf(node, parent) || "(nameless)",
      lines: linesOf(node, text) - childrenOf(node).reduce((n, c) => n + namedInside(c, text), 0),
      at: text.slice(0, node.start).split("\n").length,
    });
  }
  if (node.type === "CallExpression") found.uses.push(dotted(node.callee as Node));
  if (node.type === "NewExpression" && (node.arguments as Node[]).length === 0) {
    found.uses.push(`new ${dotted(node.callee as Node)}`);
  }
  if (node.type === "ImportExpression") {
    const source = node.source as { value?: unknown };
    if (typeof source.value === "string") found.imports.push(source.value);
  }
  if (node.type === "Literal" && typeof node.value === "string") found.strings.push(node.value);
  if (node.type === "JSXText") found.strings.push(String(node.value));
  if (node.type === "TemplateElement") {
    found.strings.push(String((node.value as { raw: string }).raw));
  }
};

const walk = (node: Node, parent: Node, text: string, found: Found): void => {
  note(node, parent, text, found);
  for (const child of childrenOf(node)) walk(child, node, text, found);
};

const exportedFrom = (program: Node): string[] =>
  (program.body as Node[])
    .filter((n) => n.type === "ExportNamedDeclaration" || n.type === "ExportAllDeclaration")
    .map((n) => (n.source as { value?: string } | null)?.value ?? "").filter(Boolean);

export const readSource = (path: string): SourceFile => {
  const text = readHouse(path);
  const { program, module } = parseSync(path, text) as unknown as Ast;
  const found: Found = {
    functions: [],
    uses: [],
    strings: [],
    imports: [
      ...module.staticImports.map((i) => i.moduleRequest.value),
      ...exportedFrom(program),
    ],
  };
  walk(program, program, text, found);
  return { path, text, lines: text.trimEnd().split("\n").length, ...found };
};

/** Every TypeScript file of the house. */
export const sources = (): SourceFile[] =>
  pathsOf().filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts")).map(readSource);
