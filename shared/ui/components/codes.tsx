import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { useMemo, useRef } from "preact/hooks";
import { code128Runs } from "./code128.ts";
import { useWholeModules } from "./use-whole-modules.ts";
import "./codes.css";

/** Light modules around a QR code that readers need (ISO/IEC 18004). */
const QUIET = 4;
/** Light modules left and right of a Code 128 (ISO/IEC 15417). */
const BAR_QUIET = 10;

/** A QR code, error correction M, always dark on white: inverted codes fail in many readers. */
export function QrCode(props: { text: string; label: string; class?: string }) {
  const { text, label } = props;
  const drawn = useMemo(() => {
    const code = generate(text, { minCorrectionLevel: correction.M });
    return { path: toSvgPath(code), size: code.size };
  }, [text]);
  const side = drawn.size + QUIET * 2;
  const drawing = useRef<SVGSVGElement>(null);
  useWholeModules(drawing, side);
  return (
    <svg
      ref={drawing}
      class={`qr-code ${props.class ?? ""}`}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}

/** A Code 128 (digits in pairs, code C), always dark on white. */
export function Barcode128(props: { text: string; label: string; class?: string }) {
  const { text, label } = props;
  const { path, modules } = useMemo(() => {
    const runs = code128Runs(text);
    return {
      path: runs.bars.map(([x, width]) => `M${x} 0h${width}v40h-${width}z`).join(""),
      modules: runs.modules,
    };
  }, [text]);
  const drawing = useRef<SVGSVGElement>(null);
  useWholeModules(drawing, modules + BAR_QUIET * 2);
  return (
    <svg
      ref={drawing}
      class={`barcode ${props.class ?? ""}`}
      viewBox={`${-BAR_QUIET} -4 ${modules + BAR_QUIET * 2} 48`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-BAR_QUIET} y={-4} width={modules + BAR_QUIET * 2} height={48} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
