import { useEffect, useState } from "preact/hooks";
import { toast } from "../../shared/ui/index.ts";
import { me } from "../members/session.ts";
import { troubleOf } from "../shell/trouble.ts";
import { serverNow } from "../shell/clock.ts";
import { isLive, lastMove } from "../shell/live.ts";
import { troubleLine } from "../shell/part.tsx";
import { history, lots, moreHistory } from "./data.ts";
import { PointsView, type PointsViewName } from "./points-view.tsx";

/** The points room; reloads when the account has moved. */
export default function PointsScreen() {
  const [view, setView] = useState<PointsViewName>("history");
  const [more, setMore] = useState(false);
  useEffect(() => {
    void history.load();
    void lots.load();
  }, [lastMove.value]);
  const loadMore = async () => {
    setMore(true);
    try {
      await moreHistory();
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    } finally {
      setMore(false);
    }
  };
  return (
    <PointsView
      view={view}
      onView={setView}
      me={me.state.value}
      history={history.state.value}
      lots={lots.state.value}
      now={serverNow()}
      live={isLive.value}
      loadingMore={more}
      onMore={() => void loadMore()}
      onRetry={() => void Promise.all([me.load(), history.load(), lots.load()])}
    />
  );
}
