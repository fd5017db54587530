import { Link2Off } from "lucide-preact";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { openShare } from "../../shared/grants/endpoints.ts";
import { ButtonLink, EmptyState, GiftPicture, lang, Seal } from "../../shared/ui/index.ts";
import { BASE, PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import { earnWords } from "./words.ts";
import "./invite-view.css";

export type SharedThing = AnswerOf<typeof openShare>;

export interface SharedViewProps {
  shared: Loaded<SharedThing>;
  /** Somebody is a member on this phone. */
  inside: boolean;
  onRetry: () => void;
}

/** What somebody shared, for whoever opens it. */
export function SharedView(props: SharedViewProps) {
  const { shared, inside, onRetry } = props;
  const t = earnWords.value.shared;
  const gone = shared.trouble?.code === "not-found" || shared.trouble?.code === "input-invalid";
  return (
    <Screen title={words.value.app} headless>
      {gone
        ? (
          <EmptyState icon={<Link2Off />} title={t.gone}>
            {t.goneHint}
            <ButtonLink href={BASE} variant="primary">{inside ? t.look : t.join}</ButtonLink>
          </EmptyState>
        )
        : (
          <Part of={shared} onRetry={onRetry}>
            {(thing) => <Face thing={thing} inside={inside} />}
          </Part>
        )}
    </Screen>
  );
}

function Face(props: { thing: SharedThing; inside: boolean }) {
  const { thing, inside } = props;
  const t = earnWords.value.shared;
  const name = lang.value === "en" ? thing.nameEn || thing.nameZh : thing.nameZh;
  const invite = thing.referralCode ? `&invite=${thing.referralCode}` : "";
  const join = `${BASE}?brand=${encodeURIComponent(thing.brandId)}${invite}`;
  const inHouse = thing.giftId === null ? PATHS.gifts : PATHS.gift(thing.giftId);
  return (
    <div class="shared-face">
      <p class="soft">{t.from(thing.sharerNameMasked)}</p>
      {thing.picture === null
        ? <Seal />
        : <GiftPicture src={thing.picture} width="640" height="480" />}
      <h2>{name}</h2>
      <p class="invite-lead">{thing.points === null ? t.card : t.points(thing.points)}</p>
      <ButtonLink href={inside ? inHouse : join} variant="primary" size="l">
        {inside ? t.look : t.join}
      </ButtonLink>
    </div>
  );
}
