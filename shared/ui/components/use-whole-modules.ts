import { type RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Makes a drawn code as wide as its box allows with each module a whole number of device pixels,
 * so that all bars of one width really are equally wide. `modules` counts the quiet zone too.
 */
export function useWholeModules(drawing: RefObject<SVGSVGElement | null>, modules: number): void {
  useLayoutEffect(() => {
    const svg = drawing.current;
    if (!svg) return;
    const fit = () => {
      svg.style.width = "";
      const pixels = svg.getBoundingClientRect().width * devicePixelRatio;
      const perModule = Math.floor(pixels / modules);
      if (perModule >= 1) svg.style.width = `${perModule * modules / devicePixelRatio}px`;
    };
    fit();
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, [modules]);
}
