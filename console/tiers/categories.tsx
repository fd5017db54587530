import { Plus, UsersRound } from "lucide-preact";
import { useState } from "preact/hooks";
import { listMemberCategories } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  formats,
  Panel,
  Table,
} from "../../shared/ui/index.ts";
import { sayDiscount } from "../../shared/wording/tiers/say-ladder.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import { CategoryDialog } from "./category-dialog.tsx";
import type { Goods } from "./discount-list.tsx";
import { tierWords, words } from "./words.ts";

export type MemberCategory = AnswerOf<typeof listMemberCategories>["categories"][number];

/** Member categories of the brands in scope. */
export const useMemberCategories = () =>
  useLoad("member-categories", (signal) => ask(listMemberCategories, { signal }));

/** The categories of a brand's members, with what each takes off. */
export function Categories({ brandId, goods }: { brandId: string; goods: readonly Goods[] }) {
  const t = words.value.categories;
  const loaded = useMemberCategories();
  const [open, setOpen] = useState<MemberCategory | "new" | null>(null);
  const mayChange = mayI("programme.publish");
  return (
    <Panel
      title={t.title}
      action={mayChange && (
        <Button
          data-act="add-category"
          icon={<Plus />}
          onClick={() => setOpen("new")}
        >
          {t.add}
        </Button>
      )}
    >
      <p class="small soft">{t.lead}</p>
      <WhenLoaded from={loaded}>
        {({ categories }) => (
          <Table
            caption={t.title}
            columns={columnsFor(goods)}
            rows={categories.filter((each) => each.brandId === brandId)}
            rowKey={(each) => each.id}
            {...(mayChange ? { onOpen: setOpen } : {})}
            empty={<EmptyState icon={<UsersRound />} title={t.none}>{t.noneText}</EmptyState>}
          />
        )}
      </WhenLoaded>
      {open && (
        <CategoryDialog
          category={open === "new" ? undefined : open}
          {...{ brandId, goods }}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            loaded.reload();
          }}
        />
      )}
    </Panel>
  );
}

const columnsFor = (goods: readonly Goods[]): Column<MemberCategory>[] => {
  const t = words.value.categories;
  const phrase = (d: MemberCategory["discounts"][number]): string => {
    const id = d.on === "category" ? d.categoryId : d.on === "product" ? d.productId : "";
    const named = goods.find((each) => each.id === id) ?? { nameZh: id, nameEn: id };
    const { nameZh, nameEn } = named;
    const { on, offPercent } = d;
    return sayDiscount(tierWords.value, { on, offPercent, nameZh, nameEn }, nameIn);
  };
  return [
    { key: "name", title: t.name, cell: (each) => nameIn(each) },
    { key: "off", title: t.discount, cell: (each) => each.discounts.map(phrase).join(" · ") },
    {
      key: "members",
      title: t.members,
      numeric: true,
      cell: (each) => formats.value.count(each.members),
    },
    {
      key: "state",
      title: t.state,
      cell: (each) => (
        <Badge tone={each.state === "open" ? "good" : "plain"}>{t.states[each.state]}</Badge>
      ),
    },
  ];
};
