/** How a link left the phone. */
export type Shared = "sent" | "copied" | "kept";

/** Hands a link to the phone's own share sheet; where there is none, copies it. `kept`: the person
 *  closed the sheet. @throws when neither is possible */
export async function shareLink(title: string, text: string, url: string): Promise<Shared> {
  if (typeof navigator.share === "function") {
    try {
      await navigator.share({ title, text, url });
      return "sent";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "kept";
    }
  }
  await navigator.clipboard.writeText(url);
  return "copied";
}
