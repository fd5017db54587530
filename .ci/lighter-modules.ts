/** Build steps that leave out of a client what its first screen does not need. @module */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";

const here = fileURLToPath(new URL("..", import.meta.url));

/**
 * Prints endpoints as their addresses: a client that checks no shapes (the API checks them all)
 * needs no schemas, which saves 15 KB. Types are not touched.
 */
export function endpointsAsAddresses(): Plugin {
  return {
    name: "jifu-endpoints-as-addresses",
    enforce: "pre",
    async load(id) {
      if (!/\/shared\/.*\/endpoints\.ts$/.test(id)) return;
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(id);
      dependencies.forEach((file) => this.addWatchFile(resolve(here, file)));
      return Object.entries(module).map(([name, value]) => printExport(name, value)).join("\n");
    },
  };
}

function printExport(name: string, value: unknown): string {
  const { id, method, path, once, _zod } = Object(value) as Record<string, unknown>;
  // A schema named on its own would be a mistake: nothing is there to check with.
  if (_zod !== undefined) return "";
  const printed = path === undefined ? value : { id, method, path, once };
  return `export const ${name} = ${JSON.stringify(printed)};`;
}

/**
 * Leaves the sentences out of the catalogue of problems: the first screen needs codes and statuses,
 * and what is said about them comes as `problems.ts?words`, in a file of its own.
 */
export function problemsAsCodes(): Plugin {
  const catalogues = /\/shared\/(?:\w+\/)?problems\.ts$/;
  const sentences = /entry\(\s*(\d+)\s*,(?:\s*"(?:[^"\\]|\\.)*"\s*,?)*\s*\)/g;
  return {
    name: "jifu-problems-as-codes",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (!importer?.endsWith("?words") || source.includes("?")) return;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && catalogues.test(found.id) ? `${found.id}?words` : found;
    },
    transform(code, id) {
      if (!catalogues.test(id)) return;
      return { code: code.replace(sentences, 'entry($1, "", "", "", "")'), map: null };
    },
  };
}
