/** What a kiosk needs without network, in one file that comes after the first screen. @module */
export { Away, CutNote } from "./away.tsx";
export { Join } from "./join.tsx";
export { startSender } from "./sender.ts";
