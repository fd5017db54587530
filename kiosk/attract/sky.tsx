import { SEAL_STROKES } from "../../shared/ui/index.ts";
import "./sky.css";

/** Where the gold motes rise: left in %, size in rem, seconds of a rise, seconds of head start. */
const MOTES = [
  [6, 0.5, 26, 2],
  [14, 0.3, 19, 11],
  [23, 0.7, 31, 20],
  [31, 0.35, 22, 6],
  [42, 0.45, 28, 15],
  [52, 0.3, 20, 1],
  [61, 0.65, 33, 25],
  [69, 0.4, 24, 9],
  [78, 0.3, 18, 13],
  [86, 0.55, 29, 4],
  [93, 0.4, 23, 18],
] as const;

/** The moving backdrop: a lantern's glow, the seal's character, waves and gold motes. */
export function Sky() {
  return (
    <div class="sky" aria-hidden="true">
      <div class="sky-glow" />
      <svg class="sky-seal" viewBox="0 0 24 24">
        <path d={SEAL_STROKES} />
      </svg>
      {MOTES.map(([left, size, seconds, ahead]) => (
        <i
          key={left}
          class="sky-mote"
          style={{
            left: `${left}%`,
            width: `${size}rem`,
            height: `${size}rem`,
            animationDuration: `${seconds}s`,
            animationDelay: `-${ahead}s`,
          }}
        />
      ))}
      <Waves class="sky-waves sky-waves-far" id="waves-far" />
      <Waves class="sky-waves" id="waves-near" />
    </div>
  );
}

/** Scales of water as on porcelain: rows of concentric arcs, every second row shifted. */
function Waves(props: { class: string; id: string }) {
  const scale = (x: number, y: number) => (
    <g>
      {[40, 30, 20, 10].map((r) => <circle key={r} cx={x} cy={y} r={r} />)}
    </g>
  );
  return (
    <svg class={props.class} width="100%" height="100%">
      <defs>
        <pattern id={props.id} width="80" height="40" patternUnits="userSpaceOnUse">
          {scale(0, 20)}
          {scale(80, 20)}
          {scale(40, 40)}
          {scale(0, 60)}
          {scale(80, 60)}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${props.id})`} />
    </svg>
  );
}
