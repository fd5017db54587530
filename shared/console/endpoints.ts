/** Doors of the console: sign-in, places, terminals, staff, keys, gifts, programme, members. @module */
export * from "./sign-in-doors.ts";
export * from "./place-doors.ts";
export * from "./staff-doors.ts";
export * from "./programme-doors.ts";
export * from "./draft-doors.ts";
export * from "./rule-name-doors.ts";
export * from "./trial-doors.ts";
export * from "./what-if-doors.ts";
export * from "./gift-doors.ts";
export * from "./order-doors.ts";
export * from "./member-doors.ts";
export * from "./tier-doors.ts";
export * from "./log-doors.ts";
export * from "./approval-doors.ts";
export * from "./role-doors.ts";
export * from "./parameter-doors.ts";
