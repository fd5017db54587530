import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { CommonWording } from "../wording/common/zh.ts";
import { type Formats, formatsOf } from "../wording/format.ts";
import { type Lang, langFor, LANGS } from "../wording/lang.ts";

const KEPT_AS = "jifu.lang";

interface Shelf {
  load: (lang: Lang) => Promise<() => void>;
}

const current = signal<Lang>(firstLang());
const shelves: Shelf[] = [];
let pending: Promise<unknown> = Promise.resolve();

/** The language on screen. Change it with `setLang`. */
export const lang: ReadonlySignal<Lang> = current;

/** Numbers, amounts and days in the language on screen. */
export const formats: ReadonlySignal<Formats> = computed(() => formatsOf(current.value));

/**
 * Puts a surface's texts on the shelf: the current language is fetched now, the others when
 * they are chosen. Await `wordingReady()` before the first read.
 */
export function openWording<W>(load: Record<Lang, () => Promise<W>>): ReadonlySignal<W> {
  const words = signal<W>(undefined as W);
  const shelf: Shelf = {
    load: async (chosen) => {
      const loaded = await load[chosen]();
      return () => words.value = loaded;
    },
  };
  shelves.push(shelf);
  pending = Promise.all([pending, shelf.load(current.value).then((put) => put())]);
  return words;
}

/** Resolves when every surface opened so far has its texts. */
export function wordingReady(): Promise<unknown> {
  return pending;
}

/** For `lazy()`: loads a room together with the texts it opens. */
export async function withWording<M>(room: Promise<M>): Promise<M> {
  const loaded = await room;
  await wordingReady();
  return loaded;
}

/** Counts the choices: of two, the later one holds, however long its texts take. */
let choices = 0;

/** Fetches the texts of a language, then switches every screen at once and remembers it. */
export async function setLang(chosen: Lang): Promise<void> {
  const mine = ++choices;
  const puts = await Promise.all(shelves.map((shelf) => shelf.load(chosen)));
  if (mine !== choices) return;
  batch(() => {
    puts.forEach((put) => put());
    current.value = chosen;
  });
  markDocument(chosen);
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // Storage may be refused (private mode); the choice then lasts for this visit.
  }
}

function firstLang(): Lang {
  const asked = new URLSearchParams(location.search).get("lang");
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT_AS);
  } catch {
    // Same as above.
  }
  const known = (LANGS as readonly string[]).includes(kept ?? "") ? kept : null;
  const first = langFor([asked, known, ...navigator.languages]);
  markDocument(first);
  return first;
}

function markDocument(chosen: Lang) {
  document.documentElement.lang = chosen;
}

/** Texts of the design system itself. */
export const commonWords: ReadonlySignal<CommonWording> = openWording<CommonWording>({
  "zh-CN": () => import("../wording/common/zh.ts").then((file) => file.zh),
  en: () => import("../wording/common/en.ts").then((file) => file.en),
});
