import { explainMemberEntry } from "../../shared/console/endpoints.ts";
import type { Explanation } from "../../shared/members/member.ts";
import { dayOf } from "../../shared/business-day.ts";
import { Reason } from "../../shared/points/reason.ts";
import { formats } from "../../shared/ui/index.ts";
import { microText } from "../../shared/wording/reasons/micro-text.ts";
import type { ReasonNames } from "../../shared/wording/reasons/zh.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { useProgramme } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { namesFrom, reasonText, reasonWords } from "./reason-words.ts";
import { words } from "./words.ts";

/** An entry opened: the reasons, the sale's lines, the lots, the rule and its version. */
export function Why(props: { memberId: string; brandId: string; journalId: string }) {
  const { memberId: member, journalId: journal } = props;
  const loaded = useLoad(
    `why:${journal}`,
    (signal) => ask(explainMemberEntry, { params: { member, journal }, signal }),
  );
  return (
    <WhenLoaded from={loaded}>
      {(why) => <Told why={why} brandId={props.brandId} />}
    </WhenLoaded>
  );
}

function Told({ why, brandId }: { why: Explanation; brandId: string }) {
  const t = words.value;
  const programme = useProgramme(brandId).data;
  const names = namesFrom(programme, (n) => why.lines.find((line) => line.n === n)?.name);
  // What a single line brought in stands beside the line, not among the sentences.
  const reasons = why.reasons.filter((each) => !ofLine(each, why)).map((each) =>
    reasonText(each, names)
  ).filter(Boolean);
  const missed = (why.missed ?? []).map((each) => reasonText(each, names)).filter(Boolean);
  const small = [
    why.orderNo ? t.whyOrder(why.orderNo) : null,
    why.rulesVersion !== null && why.rulesEffectiveFrom !== null
      ? t.whyRule(why.rulesVersion, why.rulesEffectiveFrom)
      : null,
    why.reverses ? t.whyReverses : null,
  ].filter(Boolean);
  return (
    <div class="stack why-told">
      {reasons.length + why.lines.length + why.lots.length === 0 && <p class="soft">{t.whyNone}</p>}
      {reasons.length > 0 && (
        <ul class="why-reasons" aria-label={t.why}>
          {reasons.map((reason, index) => <li key={index}>{reason}</li>)}
        </ul>
      )}
      {why.kind === "accrual" && why.amount === 0 && <p>{reasonWords.value.none}</p>}
      {missed.length > 0 && (
        <>
          <p class="small soft">{reasonWords.value.missed}</p>
          <ul class="why-reasons" aria-label={reasonWords.value.missed}>
            {missed.map((reason, index) => <li key={index}>{reason}</li>)}
          </ul>
        </>
      )}
      {why.lines.length > 0 && <Lines why={why} names={names} />}
      {why.lots.length > 0 && <Lots why={why} />}
      {small.length > 0 && <p class="small faint">{small.join(" · ")}</p>}
      <p class="small faint why-hash">{t.whyHash(why.hash.slice(0, 16))}</p>
    </div>
  );
}

/** Does the table of the lines say this? */
const ofLine = ({ code, n }: Record<string, unknown>, why: Explanation): boolean =>
  (code === "line-share" || code === "line-excluded") && why.lines.some((line) => line.n === n);

/** What a line earned, or why it did not. */
function worthOf(n: number, why: Explanation, names: ReasonNames): string {
  const t = words.value;
  for (const sent of why.reasons) {
    const reason = Reason.safeParse(sent).data;
    if (reason?.code === "line-share" && reason.n === n) {
      return t.whyPoints(microText(reason.micro));
    }
    if (reason?.code === "line-excluded" && reason.n === n) {
      return t.whyExcluded(names.category(reason.categoryId));
    }
  }
  return "";
}

function Lines({ why, names }: { why: Explanation; names: ReasonNames }) {
  const t = words.value;
  const f = formats.value;
  return (
    <table class="why-table">
      <caption class="sr-only">{t.whyLines}</caption>
      <thead>
        <tr>
          <th scope="col">{t.whyGoods}</th>
          <th scope="col">{t.whyQuantity}</th>
          <th scope="col">{t.whyAmount}</th>
          <th scope="col">{t.whyWorth}</th>
        </tr>
      </thead>
      <tbody>
        {why.lines.map((line) => (
          <tr key={line.n}>
            <th scope="row">{line.name}</th>
            <td class="numbers">{`× ${line.quantityMilli / 1000}`}</td>
            <td class="numbers">
              {f.money(line.amountFen)}
              {line.returnedFen > 0 && (
                <span class="why-returned">{t.whyReturned(line.returnedFen)}</span>
              )}
            </td>
            <td class="numbers">{worthOf(line.n, why, names)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lots({ why }: { why: Explanation }) {
  const t = words.value;
  const f = formats.value;
  return (
    <table class="why-table">
      <caption>{t.whyLots}</caption>
      <tbody>
        {why.lots.map((lot) => (
          <tr key={lot.lotId}>
            <th scope="row">{t.whyLot(lot.earnedAt)}</th>
            <td>{lot.lapsesAt === null ? t.lotsNever : t.lotsUntil(dayOf(lot.lapsesAt - 1))}</td>
            <td class="numbers">{f.signed(lot.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
