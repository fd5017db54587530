import { Gift as GiftIcon } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";

/** A gift's picture; a present where there is none. Decorative: the name stands beside it. */
export function GiftPicture(props: { src: string; size?: "s" | "l" }) {
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [props.src]);
  return (
    <span class={`gift-picture gift-picture-${props.size ?? "s"}`}>
      {props.src && !broken
        ? <img src={props.src} alt="" loading="lazy" onError={() => setBroken(true)} />
        : <GiftIcon aria-hidden="true" />}
    </span>
  );
}
