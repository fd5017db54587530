/** For tests of this room: a house whose push service and providers are a door on this machine.
 *  @module */
import { openDesk, programme } from "../desk.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { type NewMessage, queueMessage } from "./queue-message.ts";
import { addMember, type SignedIn } from "./test-members.ts";
import { type Answer, openReceiver, type Received } from "./test-push-service.ts";

const hour = 3_600_000;

export type Scene = {
  house: TestHouse;
  member: SignedIn;
  /** Where the push service, /sms and /mail are. */
  origin: string;
  received: Received[];
  /** What the other side answers; changed by the test. */
  answer: (got: Received) => Answer;
  /** Queues a push about points to the member, or what is said instead. */
  queue: (message?: Partial<NewMessage>) => Promise<void>;
  rows: (sql: string) => Promise<Record<string, unknown>[]>;
  messages: () => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
};

export const openScene = async (): Promise<Scene> => {
  const service = await openReceiver((got) => scene.answer(got));
  const house = await openTestHouse({
    PUSH_HOSTS: service.origin,
    SMS_URL: `${service.origin}/sms`,
    SMS_TOKEN: "sms-secret",
    EMAIL_URL: `${service.origin}/mail`,
    EMAIL_TOKEN: "mail-secret",
  });
  const member = await addMember(house);
  const store = { storeNameZh: "春禾超市人民路店", storeNameEn: "Renmin Rd" };
  const rows = (sql: string) => house.house.db.execute(sql);
  const scene: Scene = {
    house,
    member,
    origin: service.origin,
    received: service.received,
    answer: () => ({ status: 201 }),
    queue: async (message = {}) => {
      const desk = openDesk(house.house, programme);
      await house.house.db.write([queueMessage(desk, {
        channel: "push",
        kind: "points-earned",
        memberId: member.memberId,
        fields: { points: 88, balance: 1288, ...store },
        topic: "points",
        language: "zh-CN",
        expiresAt: desk.now + hour,
        ...message,
      })]);
    },
    rows,
    messages: () => rows("select * from message order by created_at, id"),
    close: async () => {
      await house.close();
      await service.close();
    },
  };
  return scene;
};
