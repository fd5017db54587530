/** The member's phones: which there are, signing one out, signing this one out. @module */
import type { listMyDevices, revokeMyDevice } from "../../shared/members/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import type { Desk } from "../desk.ts";
import { deviceEnds, devicesMax, devicesOf } from "./devices.ts";

type Done = AnswerOf<typeof revokeMyDevice>;

export const devices = async (desk: Desk): Promise<AnswerOf<typeof listMyDevices>> => {
  const rows = await desk.db.readSeen(devicesOf, [desk.actor.memberId!], desk.seen);
  return {
    devices: rows.map((d) => ({
      id: d.id,
      label: d.label,
      createdAt: d.created_at,
      seenAt: d.seen_at,
      here: d.id === desk.actor.deviceId,
    })),
    max: devicesMax,
  };
};

/** @throws Problem not-found for a device that is not one of the caller's */
export const revoke = async (desk: Desk, deviceId: string): Promise<Done> => {
  const memberId = desk.actor.memberId!;
  const rows = await desk.db.read(devicesOf, [memberId]);
  if (!rows.some((d) => d.id === deviceId)) throw new Problem("not-found");
  const own = deviceId === desk.actor.deviceId;
  await desk.db.write(deviceEnds(memberId, deviceId, own ? "returned" : "lost", desk.now));
  forget(desk.db, deviceId);
  return { done: true };
};

export const signOut = (desk: Desk): Promise<Done> => revoke(desk, desk.actor.deviceId!);
