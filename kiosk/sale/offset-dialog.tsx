import { Gift, Hourglass } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { OffsetOffer } from "../../shared/points/offset.ts";
import { Button, Dialog, Field, formats, MoneyText } from "../../shared/ui/index.ts";
import { member } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { terminal } from "../terminal/standing.ts";
import { Consent } from "../verify/consent.tsx";
import { earningGround } from "./ground.ts";
import { isOffer } from "./pay-with-points.tsx";
import { choosing, hintFor, lookAtGifts, offer, offsetAt, used, want } from "./paying.ts";
import { previewOf } from "./preview.ts";
import { priced, totalFen } from "./sale-lines.ts";

/** How many points are to pay: slider, exact number, presets, what is left, what they are best used
 *  for; and the member's consent where the scan does not give it. */
export function OffsetDialog() {
  const t = counterWords.value.offset;
  const now = offer.value;
  const known = member.value;
  if (!choosing.value || !known || !isOffer(now)) return null;
  const close = () => choosing.value = false;
  if (known.rights !== "spend") {
    return (
      <Dialog open title={t.member} onClose={close}>
        <p>
          <strong>{t.earnOnly}</strong>
        </p>
        <p class="soft">{t.earnOnlyHint}</p>
        <Consent key={known.scanId} scan={known} />
      </Dialog>
    );
  }
  const key = `${known.member.id}/${now.maxPoints}/${now.stepPoints}`;
  return <Choose key={key} offer={now} onClose={close} />;
}

const wholeSteps = (points: number, { stepPoints, maxPoints }: OffsetOffer): number =>
  Math.min(maxPoints, points - points % stepPoints);

function Choose(props: { offer: OffsetOffer; onClose: () => void }) {
  const { offer: now, onClose } = props;
  const t = counterWords.value.offset;
  const f = formats.value;
  const [points, setPoints] = useState(used.value?.points ?? now.maxPoints);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => void lookAtGifts(), []);
  const paid = offsetAt(points);
  const wrong = points > 0 && paid === null;
  const choose = (next: number) => {
    setText(null);
    setPoints(next);
  };
  const apply = () => {
    if (wrong) return;
    want(points);
    onClose();
  };
  return (
    <Dialog
      open
      title={t.title}
      onClose={onClose}
      actions={
        <Button size="l" variant="primary" disabled={wrong} onClick={apply}>
          {points === 0 ? t.applyNone : t.apply}
        </Button>
      }
    >
      <form
        class="offset"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Sums fen={paid?.fen ?? 0} />
        <input
          class="offset-slider"
          type="range"
          aria-label={t.slider}
          aria-valuetext={`${t.used(points)}, ${f.money(paid?.fen ?? 0)}`}
          min={0}
          max={now.maxPoints}
          step={now.stepPoints}
          value={wholeSteps(points, now)}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
        <Exact
          offer={now}
          points={points}
          text={text}
          wrong={wrong}
          onType={(typed) => {
            setText(typed);
            if (typed !== null) setPoints(Number(typed));
          }}
        />
        <Presets offer={now} points={points} onChoose={choose} />
        <Hints offer={now} points={points} onChoose={choose} />
        <p class="small soft">
          {t.rate(now.points, f.moneyShort(now.fen))} · {t.boundBy[now.boundBy]}
        </p>
      </form>
    </Dialog>
  );
}

/** The number itself, for those who know it. */
function Exact(props: {
  offer: OffsetOffer;
  points: number;
  /** As it is being typed; null: nobody types. */
  text: string | null;
  wrong: boolean;
  onType: (digits: string | null) => void;
}) {
  const { offer: now, points, text, wrong, onType } = props;
  const t = counterWords.value.offset;
  return (
    <Field
      big
      label={t.points}
      inputMode="numeric"
      autocomplete="off"
      autofocus
      maxLength={10}
      value={text ?? String(points)}
      hint={t.pointsHint(now.stepPoints, now.maxPoints)}
      error={wrong ? whyWrong(points, now) : null}
      onInput={(typed) => onType(typed.replace(/\D/g, ""))}
      onBlur={() => onType(null)}
    />
  );
}

function whyWrong(points: number, now: OffsetOffer): string {
  const t = counterWords.value.offset;
  return points > now.maxPoints
    ? t.whyNot("offset-share", { maxPoints: now.maxPoints })
    : t.whyNot("offset-step", { step: now.stepPoints });
}

/** What the points pay, and what is left. */
function Sums(props: { fen: number }) {
  const t = counterWords.value.offset;
  return (
    <dl class="offset-sums" aria-live="polite">
      <div>
        <dt>{t.worth}</dt>
        <dd>
          <MoneyText fen={props.fen} size="l" />
        </dd>
      </div>
      <div>
        <dt>{t.left}</dt>
        <dd>
          <MoneyText fen={totalFen.value - props.fen} size="l" />
        </dd>
      </div>
    </dl>
  );
}

function Presets(
  props: { offer: OffsetOffer; points: number; onChoose: (points: number) => void },
) {
  const { offer: now, points, onChoose } = props;
  const t = counterWords.value.offset;
  const { dyingPoints } = hintFor(now, 0);
  const presets: [string, number][] = [[t.all, now.maxPoints]];
  if (dyingPoints > 0 && dyingPoints < now.maxPoints) presets.push([t.dying, dyingPoints]);
  presets.push([t.none, 0]);
  return (
    <div class="inline" role="group" aria-label={t.presets}>
      {presets.map(([name, value]) => (
        <Button
          key={name}
          type="button"
          aria-pressed={points === value}
          onClick={() => onChoose(value)}
        >
          {name} {value > 0 && <span class="soft numbers">{formats.value.count(value)}</span>}
        </Button>
      ))}
    </div>
  );
}

/** What the points are best used for. */
function Hints(props: { offer: OffsetOffer; points: number; onChoose: (points: number) => void }) {
  const { offer: now, onChoose } = props;
  const t = counterWords.value.offset;
  const { dying, gift } = hintFor(now, willEarn(props.points));
  return (
    <ul class="offset-hints">
      {dying.slice(0, 2).map(({ points, lapsesAt }) => (
        <li key={lapsesAt}>
          <Hourglass aria-hidden="true" />
          <span>{t.lapse(points, lapsesAt)}</span>
        </li>
      ))}
      {gift && (
        <li>
          <Gift aria-hidden="true" />
          <span>{t.gift(gift.keep, nameOf(gift))}</span>
          <Button type="button" size="s" onClick={() => onChoose(gift.use)}>
            {t.giftUse(gift.use)}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Points that the sale brings if so many pay. */
function willEarn(points: number): number {
  const rules = terminal.value?.rules;
  const known = member.value;
  if (!rules || !known) return 0;
  const ground = earningGround.value;
  const preview = previewOf(
    priced.value,
    known.points,
    rules,
    serverNow(),
    ground,
    offsetAt(points),
  );
  return preview.points - preview.debtRepaid;
}
