import { afterEach, beforeEach, expect, test } from "vitest";
import { openDesk, programme } from "../desk.ts";
import { addMember, subscribe } from "../push/test-members.ts";
import { makePhone } from "../push/test-push-service.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { purge } from "./purge.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

const day = 86_400_000;
const rows = (sql: string) => house.house.db.execute(sql);

test("a purge takes what is over and leaves what is not", async () => {
  const { now } = house.clock;
  const member = await addMember(house);
  const session = (hash: string, until: number) =>
    rows(`insert into session (token_hash, kind, subject_id, created_at, seen_at, expires_at)
      values ('${hash}', 'member', 'm', 0, 0, ${until})`);
  await rows(`with recursive many (i) as (select 1 union all select i + 1 from many where i < 1200)
    insert into session (token_hash, kind, subject_id, created_at, seen_at, expires_at)
    select 'old' || i, 'member', 'm', 0, 0, ${now - 1} from many`);
  await session("new", now + 1);
  const code = (id: string, until: number) =>
    rows(`insert into one_time_code
      (id, purpose, brand_id, phone_index, phone_cipher, code_hash, tries_left, created_at, expires_at)
      values ('${id}', 'sign-in', 'b', 'i', 'c', 'h', 5, 0, ${until})`);
  await code("otp_old", now - day);
  await code("otp_lately", now - day + 1);
  await rows(`insert into attempt (key, count, most, at, window_ends_at, locked_until) values
    ('a', 1, 5, 0, ${now}, null), ('b', 1, 5, 0, ${now}, ${now + 1}), ('c', 1, 5, 0, ${
    now + 1
  }, null)`);
  await subscribe(house, member, makePhone(), "https://web.push.apple.com/x");
  await rows("update member_device set state = 'revoked'");
  const gone = await purge(openDesk(house.house, programme));
  expect(gone).toEqual({ session: 1_200, one_time_code: 1, attempt: 1, push_subscription: 1 });
  expect((await rows("select token_hash from session order by 1")).map((s) => s.token_hash))
    .toContain("new");
  expect(await rows("select id from one_time_code")).toEqual([{ id: "otp_lately" }]);
  expect(await rows("select key from attempt order by key")).toEqual([{ key: "b" }, { key: "c" }]);
  expect(await purge(openDesk(house.house, programme))).toEqual({});
});
