import type { EarningRules } from "../../shared/points/earning-rules.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { ruleSentence } from "./rule-words.ts";
import { words } from "./words.ts";

/** What the rules do, in one plain sentence in each language. */
export function Sentences(props: { rules: EarningRules; programme: ProgrammeView }) {
  const t = words.value;
  return (
    <dl class="sentences">
      <div>
        <dt>{t.inChinese}</dt>
        <dd lang="zh-CN">{ruleSentence(props.rules, props.programme, "zh-CN")}</dd>
      </div>
      <div>
        <dt>{t.inEnglish}</dt>
        <dd lang="en">{ruleSentence(props.rules, props.programme, "en")}</dd>
      </div>
    </dl>
  );
}
