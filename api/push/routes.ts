/** Doors of the messages room. @module */
import type { Hono } from "hono";
import { listOutbox as listOutboxDoor } from "../../shared/console/endpoints.ts";
import { watchMe } from "../../shared/members/endpoints.ts";
import {
  chooseMyNotices as chooseMyNoticesDoor,
  showMyNotices as showMyNoticesDoor,
  subscribePush as subscribePushDoor,
  unsubscribePush as unsubscribePushDoor,
} from "../../shared/push/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { chooseMyNotices } from "./choose-my-notices.ts";
import { openEventStream } from "./event-stream.ts";
import { listOutbox } from "./list-outbox.ts";
import { showMyNotices } from "./show-my-notices.ts";
import { subscribePush, unsubscribePush } from "./subscribe-push.ts";
import { createWatchers } from "./watchers.ts";

export const pushRoutes = (app: Hono<Env>): void => {
  door(app, showMyNoticesDoor, (desk) => showMyNotices(desk));
  door(app, chooseMyNoticesDoor, (desk, { body }) => chooseMyNotices(desk, body));
  door(app, subscribePushDoor, (desk, { body }) => subscribePush(desk, body));
  door(app, unsubscribePushDoor, (desk) => unsubscribePush(desk));
  door(app, listOutboxDoor, (desk) => listOutbox(desk));

  const watchers = createWatchers();
  door(app, watchMe, async (desk) => {
    const stream = openEventStream();
    await watchers.add(desk, stream);
    return stream.response;
  });
};
