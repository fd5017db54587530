/** `deno task verify`: proves the ledger of DATABASE_URL. Exit 1 if anything does not hold. @module */
import { openHouse } from "../open-house.ts";
import { settingsHere } from "../main.ts";
import { printProof } from "./print-proof.ts";
import { verifyLedger } from "./verify.ts";

const house = await openHouse(settingsHere(), { look: false });
const proof = await verifyLedger(house.db, Date.now());
printProof(proof);
house.db.close();
if (proof.findings.length) Deno.exitCode = 1;
