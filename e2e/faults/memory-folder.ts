/** Where what need not outlive a power cut is kept: in memory, where there is such a folder. */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

export const memoryFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
