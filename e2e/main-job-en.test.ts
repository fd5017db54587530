/** The main job in English. */
import { mainJob } from "./test-main-job.ts";

mainJob("en");
