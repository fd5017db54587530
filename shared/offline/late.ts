/** How late something may arrive that a till did without network. Judged by the server; tills say it.
 *  @module */

/** A sale or an enrolment counts for the moment it happened if it arrives within three days. */
export const LATE_MAX_MS = 72 * 3_600_000;
/** Clocks of tills run a little fast. */
export const CLOCK_AHEAD_MS = 5 * 60_000;
/** A code that was scanned without network serves one sale that is paid for this soon after. */
export const SCAN_TO_SALE_MS = 15 * 60_000;
/** A person who asked to join at a kiosk has so long to confirm the phone number. */
export const JOIN_OPEN_MS = 7 * 86_400_000;
