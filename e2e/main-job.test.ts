/** The main job in Chinese. */
import { mainJob } from "./test-main-job.ts";

mainJob("zh-CN");
