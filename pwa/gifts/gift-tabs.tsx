import { useLocation } from "preact-iso";
import { Segmented } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { giftWords } from "./data.ts";

/** All gifts, or my claims. */
export function GiftTabs(props: { view: "all" | "mine" }) {
  const { route } = useLocation();
  const t = giftWords.value.gifts;
  return (
    <Segmented
      block
      label={t.views}
      value={props.view}
      options={[{ value: "all", label: t.all }, { value: "mine", label: t.mine }]}
      onChange={(view) => route(view === "all" ? PATHS.gifts : PATHS.claims, true)}
    />
  );
}
