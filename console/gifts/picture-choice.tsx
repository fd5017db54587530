import { useId } from "preact/hooks";
import { GiftPicture } from "./picture.tsx";
import { words } from "./words.ts";

export interface PictureChoiceProps {
  pictures: readonly string[];
  value: string;
  error: string | null;
  onChange: (picture: string) => void;
}

/** "/pictures/tea-set.svg" as "tea set". */
const nameOf = (picture: string): string =>
  picture.replace(/^.*\//, "").replace(/\.svg$/, "").replaceAll("-", " ");

/** One picture out of those that there are. */
export function PictureChoice({ pictures, value, error, onChange }: PictureChoiceProps) {
  const t = words.value;
  const group = useId();
  const offered = value && !pictures.includes(value) ? [value, ...pictures] : pictures;
  return (
    <div class="stack">
      <div class="pictures" role="radiogroup" aria-label={t.picture}>
        {offered.map((picture) => (
          <label key={picture} class="picture" title={nameOf(picture)}>
            <input
              type="radio"
              name={group}
              value={picture}
              aria-label={t.pictureOf(nameOf(picture))}
              aria-invalid={error ? true : undefined}
              checked={picture === value}
              onChange={() => onChange(picture)}
            />
            <GiftPicture src={picture} size="l" />
          </label>
        ))}
      </div>
      {error && <p class="field-note field-error" role="alert">{error}</p>}
    </div>
  );
}
