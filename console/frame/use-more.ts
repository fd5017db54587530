import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Says in data-more at which edges of a scrolling box something lies hidden ("up", "down", "left",
 *  "right"), so that the style can show that it goes on there. */
export function useMore(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      element.dataset.more = [
        scrollTop > 1 && "up",
        scrollTop + clientHeight < element.scrollHeight - 1 && "down",
        scrollLeft > 1 && "left",
        scrollLeft + clientWidth < element.scrollWidth - 1 && "right",
      ].filter(Boolean).join(" ");
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, []);
}

/** Room for the fade at the edges, in pixels. */
const EDGE = 48;

/** Brings the entry of the page that is open to where it is seen; nothing but the box scrolls. */
export function useCurrentInView(box: RefObject<HTMLElement | null>, path: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    const entry = element?.querySelector("[aria-current]");
    if (!element || !entry) return;
    const [outer, inner] = [element.getBoundingClientRect(), entry.getBoundingClientRect()];
    if (inner.top >= outer.top + EDGE && inner.bottom <= outer.bottom - EDGE) return;
    element.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  }, [path]);
}
