/**
 * One configuration for the three clients: `APP=pwa|kiosk|console vite build`.
 * Output goes to dist/card, dist/kiosk, dist/console and is served under the same path.
 */
import preact from "@preact/preset-vite";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, defineConfig, type Plugin, type PluginOption } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { endpointsAsAddresses, problemsAsCodes } from "./.ci/lighter-modules.ts";

interface App {
  /** Path the client is served under, without slashes; also its folder in dist/. */
  path: string;
  /** gzip bytes of JavaScript that the first screen may load (design budget). */
  shellBudget: number;
  /** Modules that are fetched on demand but that the first screen always demands. */
  firstScreen: readonly string[];
  /** The client reads endpoints for their addresses and types alone. */
  withoutSchemas?: boolean;
  /** What refusals say is fetched after the first screen. */
  sentencesLater?: boolean;
  /** Small modules of which a room needs a dozen: where two rooms share one, it comes in one file
   *  with the others of its kind. */
  parts?: RegExp;
}

const APPS: Record<string, App> = {
  pwa: {
    path: "card",
    shellBudget: 40 * 1024,
    firstScreen: ["/wording/card/zh.ts", "/wording/common/zh.ts"],
    withoutSchemas: true,
    sentencesLater: true,
    parts: /\/(shared\/ui|node_modules|pwa\/(shell|members))\//,
  },
  kiosk: {
    path: "kiosk",
    shellBudget: 60 * 1024,
    firstScreen: [
      "/kiosk/visit/self-service.tsx",
      "/wording/kiosk/zh.ts",
      "/wording/common/zh.ts",
      "/wording/reasons/zh.ts",
    ],
    withoutSchemas: true,
    sentencesLater: true,
  },
  console: {
    path: "console",
    shellBudget: 80 * 1024,
    firstScreen: ["/wording/common/zh.ts"],
    parts: /\/(shared\/ui|node_modules|console\/(form|frame))\//,
  },
};

/** The mode in which `bench.html` is built: every screen in every state, for looking at. */
const BENCH = "bench";

const name = process.env.APP ?? "pwa";
const app = APPS[name];
if (!app) throw new Error(`APP must be one of ${Object.keys(APPS).join(", ")}, not "${name}"`);

const here = fileURLToPath(new URL(".", import.meta.url));
const root = resolve(here, name);

/** The policy that the API sends with every page; preview sends it too, so a breach shows early. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Prints the gzip size of what the first screen loads and fails the build over budget. */
function shellSize({ shellBudget, firstScreen }: App): Plugin {
  return {
    name: "jifu-shell-size",
    apply: "build",
    generateBundle(_options, bundle) {
      const seen = new Map<string, number>();
      const visit = (file: string) => {
        const chunk = bundle[file];
        if (!chunk || chunk.type !== "chunk" || seen.has(file)) return;
        seen.set(file, gzipSync(chunk.code, { level: 9 }).length);
        chunk.imports.forEach(visit);
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const always = firstScreen.some((end) => chunk.facadeModuleId?.endsWith(end));
        if (always || chunk.isEntry && chunk.name === "index") visit(chunk.fileName);
      }
      if (seen.size === 0) return;
      const bytes = [...seen.values()].reduce((sum, size) => sum + size, 0);
      const said = `${name}: first screen ${(bytes / 1024).toFixed(1)} KB gzip JavaScript in ` +
        `${seen.size} files, budget ${shellBudget / 1024} KB`;
      if (bytes > shellBudget) this.error(said);
      this.info(said);
    },
  };
}

/**
 * Names the layers at the head of every style sheet: a sheet may be loaded before the one that
 * declares their order, and the first mention of a layer decides its place.
 */
function layersInOrder(): Plugin {
  return {
    name: "jifu-layers-in-order",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
          file.source = `@layer reset,tokens,base,components,app;${file.source}`;
        }
      },
    },
  };
}

/** Gives lucide's drawings a maker of our own; see shared/ui/create-icon.ts. */
function plainIcons(): Plugin {
  return {
    name: "jifu-plain-icons",
    enforce: "pre",
    resolveId(source, importer) {
      const asked = source.endsWith("/createLucideIcon.mjs") && importer?.includes("lucide-preact");
      return asked ? resolve(here, "shared/ui/create-icon.ts") : null;
    },
  };
}

/** Builds the bench beside the app, apart from it, so that it adds nothing to the app's chunks; for
 *  who asks with BENCH, as it takes as long as the app. */
function benchBeside(): Plugin {
  return {
    name: "jifu-bench-beside",
    apply: "build",
    closeBundle: {
      sequential: true,
      async handler() {
        if (!existsSync(resolve(root, "bench.html"))) return;
        await build({ configFile: resolve(here, "vite.config.ts"), mode: BENCH, logLevel: "warn" });
      },
    },
  };
}

const worker = (): PluginOption[] =>
  existsSync(resolve(root, "sw.ts"))
    ? [VitePWA({
      strategies: "injectManifest",
      srcDir: ".",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: null,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,svg,png,webmanifest,wasm}"],
        globIgnores: ["bench.html", "bench/**", "icon-*.png"],
        maximumFileSizeToCacheInBytes: 3_000_000,
      },
    })]
    : [];

/** What comes in one file. Forty small ones queue for six connections, and each is a request, a
 *  place in the cache and a write of its own when the app is put away for offline use. */
const together = ({ parts }: App) => [
  { name: "shell", tags: ["$initial" as const] },
  ...(parts ? [{ name: "parts", test: parts, minShareCount: 2 }] : []),
];

export default defineConfig(({ mode }) => {
  const bench = mode === BENCH;
  return {
    root,
    base: `/${app.path}/`,
    publicDir: bench ? false : resolve(root, "public"),
    plugins: [
      preact({ reactAliasesEnabled: false }),
      plainIcons(),
      layersInOrder(),
      app.withoutSchemas && endpointsAsAddresses(),
      app.sentencesLater && problemsAsCodes(),
      ...(bench ? [] : [shellSize(app), worker(), process.env.BENCH === "1" && benchBeside()]),
    ],
    build: {
      // .ci/build.ts builds beside the client that is being served, then changes places.
      outDir: process.env.OUT_DIR ?? resolve(here, "dist", app.path),
      emptyOutDir: !bench,
      assetsDir: bench ? "bench" : "assets",
      target: ["es2022", "chrome111", "safari16.4", "firefox113"],
      cssTarget: ["chrome111", "safari16.4", "firefox113"],
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(root, bench ? "bench.html" : "index.html"),
        ...(bench ? {} : { output: { codeSplitting: { groups: together(app) } } }),
        treeshake: {
          // What nobody names goes, and takes its style sheet with it.
          moduleSideEffects: (id: string) => !/\/shared\/.*\.tsx?$/.test(id),
        },
      },
    },
    server: { proxy: { "/api": "http://127.0.0.1:8000" } },
    preview: {
      headers: {
        "content-security-policy": CONTENT_SECURITY_POLICY,
        "permissions-policy": "camera=(self)",
      },
      proxy: { "/api": "http://127.0.0.1:8000" },
    },
  };
});
