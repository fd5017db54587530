import { LANG_NAMES, LANGS } from "../../wording/lang.ts";
import { commonWords, lang, setLang } from "../lang.ts";
import { Segmented } from "./tabs.tsx";

/** Every language in its own name, side by side. */
export function LangSwitch(props: { block?: boolean }) {
  return (
    <Segmented
      block={props.block}
      label={commonWords.value.language}
      value={lang.value}
      options={LANGS.map((each) => ({
        value: each,
        label: <span lang={each}>{LANG_NAMES[each]}</span>,
      }))}
      onChange={(chosen) => void setLang(chosen)}
    />
  );
}
