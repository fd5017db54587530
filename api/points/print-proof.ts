/** What `deno task verify` prints: what was checked, what failed, and the trial balance. @module */
import { invariants } from "./invariants.ts";
import type { Proof } from "./verify.ts";

export const printProof = (proof: Proof): void => {
  console.log(
    `Checked ${proof.entries} entries of ${proof.accounts} accounts, ${proof.seals} seals, ` +
      `${invariants.length} invariants, the chain and the trial balance`,
  );
  for (const { check, rows } of proof.findings) {
    console.log(`FAILED  ${check}`);
    for (const row of rows) console.log(`        ${JSON.stringify(row)}`);
  }
  for (const unit of new Set(proof.trial.map((t) => t.unit))) {
    console.log(`\nTrial balance, ${unit}`);
    const rows = proof.trial.filter((t) => t.unit === unit);
    for (const [side, amount] of sides(rows)) {
      console.log(`  ${side.padEnd(28)} ${String(amount).padStart(16)}`);
    }
    const sum = rows.reduce((s, t) => s + t.amount, 0);
    console.log(`  ${"sum".padEnd(28)} ${String(sum).padStart(16)}`);
  }
  console.log(proof.findings.length === 0 ? "\nThe ledger holds." : "\nTHE LEDGER DOES NOT HOLD.");
};

/** One line per kind of account; stores are added up. */
const sides = (rows: { side: string; amount: number }[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { side, amount } of rows) {
    const name = side.split("@")[0]!;
    sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  return sums;
};
