/** The member chooses what to be told. @module */
import { type NoticeKind, noticeKinds } from "../../shared/push/endpoints.ts";
import type { Desk } from "../desk.ts";
import { keepChoice } from "./queries.ts";

export const chooseMyNotices = async (
  desk: Desk,
  choices: Record<NoticeKind, boolean>,
): Promise<{ choices: Record<NoticeKind, boolean> }> => {
  const memberId = desk.actor.memberId ?? "";
  await desk.db.write(
    noticeKinds.map((kind) => keepChoice.row({ member_id: memberId, kind, wanted: choices[kind] })),
  );
  return { choices };
};
