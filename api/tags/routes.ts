import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { screenMembers } from "./screen-members.ts";
import { addTag, listTags, refreshTag, retireTag, tagMembers } from "./tags.ts";

export const tagsRoutes = (app: Hono<Env>): void => {
  door(app, doors.screenMembers, (desk, { body }) => screenMembers(desk, body));
  door(app, doors.listTags, (desk) => listTags(desk));
  door(app, doors.addTag, (desk, { body, key }) => addTag(desk, key, body));
  door(app, doors.refreshTag, (desk, { params }) => refreshTag(desk, params.tag));
  door(app, doors.retireTag, (desk, { params }) => retireTag(desk, params.tag));
  door(app, doors.tagMembers, (desk, { body }) => tagMembers(desk, body));
};
