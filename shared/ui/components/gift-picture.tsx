import { useEffect, useState } from "preact/hooks";

/** A present, drawn to be cut to any shape and to stand on light and dark: in the place of a picture,
 *  so that whatever lays out the picture lays out this. */
const PRESENT = `data:image/svg+xml,${
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48" fill="none" stroke="#8f8579" ` +
      `stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">` +
      `<path fill="#8f857922" stroke="none" d="M-64-64h192v192H-64z"/>` +
      `<path d="M21 21h22v5H21zM23 26v11h18V26M32 21v16M32 21c-7 0-9-8-4-8 3 0 4 4 4 8 0-4 1-8 4-8 5 0 3 8-4 8"/>` +
      `</svg>`,
  )
}`;

type Props = {
  src: string;
  /** What is reserved for it until it is there, in CSS pixels. */
  width: string;
  height: string;
  class?: string;
  loading?: "lazy";
  draggable?: boolean;
};

/** A gift's picture, or a drawn present where it cannot be had: without network, or taken away.
 *  Decorative: the gift's name always stands beside it. */
export function GiftPicture({ src, ...rest }: Props) {
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [src]);
  return (
    <img
      {...rest}
      src={broken || src === "" ? PRESENT : src}
      alt=""
      onError={() => setBroken(true)}
    />
  );
}
