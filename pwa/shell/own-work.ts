/** Commands of this phone that are under way: what changes meanwhile is no news to its member. */
export const ownWork = { running: 0 };
