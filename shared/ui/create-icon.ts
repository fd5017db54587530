import { h, type JSX } from "preact";

/** A drawing as lucide hands it over: shapes with their attributes. */
export interface IconData {
  name?: string;
  node: [string, Record<string, unknown>][];
}

/**
 * Makes a component of a lucide drawing. Takes the place of lucide's own maker (vite.config.ts),
 * whose contexts and options nobody here uses and which weighs 2 KB. Icons are decoration: names
 * stand beside them.
 */
export default function createIcon(data: IconData) {
  return (props: JSX.IntrinsicElements["svg"]) =>
    h(
      "svg",
      {
        width: 24,
        height: 24,
        viewBox: "0 0 24 24",
        fill: "none",
        stroke: "currentColor",
        "stroke-width": 2,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
        "aria-hidden": "true",
        ...props,
      },
      data.node.map(([shape, attributes]) => h(shape, attributes)),
    );
}
