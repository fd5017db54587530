/** Asked in the wrong way: the door is there, but not for this method. @module */
import { allEndpoints } from "../../shared/endpoints.ts";

const doors = allEndpoints.map(({ method, path }) => ({
  method,
  fits: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`),
}));

/** Methods that the doors at this path take, for an Allow header; empty: no door is there. */
export const methodsAt = (
  path: string,
): string[] => [
  ...new Set(doors.filter((door) => door.fits.test(path)).map((door) => door.method)),
];
