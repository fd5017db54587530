/** Doors of what was done without network. @module */
import type { Hono } from "hono";
import * as doors from "../../shared/offline/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { join } from "./ask-to-join.ts";
import { dismiss } from "./dismiss-task.ts";
import { leave } from "./leave-task.ts";
import { tasks } from "./list-tasks.ts";

export const offlineRoutes = (app: Hono<Env>): void => {
  door(app, doors.askToJoin, (desk, { body, key }) => join(desk, key, body));
  door(app, doors.leaveTask, (desk, { body, key }) => leave(desk, key, body));
  door(app, doors.listTasks, (desk) => tasks(desk));
  door(
    app,
    doors.dismissTask,
    (desk, { params, body, key }) => dismiss(desk, key, params.task, body),
  );
};
