/** `deno task add-admin <login> <name>`: lets the first person into a new installation. @module */
import { openHouse } from "../open-house.ts";
import { settingsHere } from "../main.ts";
import { addFirstAdmin } from "./first-admin.ts";

const [login, name] = Deno.args;
if (!login || !name || !/^[a-z0-9._-]{3,40}$/.test(login)) {
  console.error("Usage: deno task add-admin <login: 3 to 40 of a-z 0-9 . _ -> <name>");
  Deno.exit(2);
}
const house = await openHouse(settingsHere());
try {
  const admin = await addFirstAdmin(house, login, name);
  console.log(`Login     ${admin.login}\nPassword  ${admin.password}\nTOTP      ${admin.totpUri}`);
  console.log("These are shown once. Add a passkey after signing in at /console/.");
} catch {
  console.error(`Cannot add ${login}: the login is taken`);
  Deno.exitCode = 1;
} finally {
  house.db.close();
}
