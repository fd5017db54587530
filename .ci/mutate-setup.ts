/** Properties are tried less often on each of many mutants, and alike on each of them. @module */
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 30, seed: 20260615 });
