import { listPlaces, showConsoleMe, showOverview } from "../../shared/console/endpoints.ts";
import { me } from "../session.ts";
import { overview } from "./data/overview.ts";
import { brands, stores } from "./data/places.ts";
import { type Door, door } from "./doors.ts";
import { Problem } from "../../shared/problems.ts";

/** What the API answers on an ordinary day. */
export const usualDoors: readonly Door[] = [
  door(showConsoleMe, () => {
    if (!me.value) throw new Problem("signed-out");
    return me.value;
  }),
  door(listPlaces, () => ({
    brands: brands.filter((each) => me.value?.brandIds?.includes(each.id) ?? true),
    stores: stores.filter((each) =>
      (me.value?.brandIds?.includes(each.brandId) ?? true) &&
      (me.value?.storeIds?.includes(each.id) ?? true)
    ),
  })),
  door(showOverview, () => overview()),
];
