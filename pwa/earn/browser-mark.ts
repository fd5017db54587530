const NAME = "jifu-browser";

let inMemory: string | undefined;

/** Made once by chance and kept by this browser, also after signing out: a friend is somebody on
 *  another phone. */
export function browserMark(): string {
  try {
    const kept = localStorage.getItem(NAME);
    if (kept) return kept;
    const made = crypto.randomUUID();
    localStorage.setItem(NAME, made);
    return made;
  } catch {
    return inMemory ??= crypto.randomUUID();
  }
}
