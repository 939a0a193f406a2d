/*
 * How much feedback an hour brings before somebody has to look. An office sits behind one address, and its QR code can
 * be photographed and handed on: none of these numbers may keep a visitor out. The first two only make what comes wait
 * for the facilitator's eye; the last one, which no office of this size reaches, keeps the disk from being filled.
 */

/** One counter, one network: beyond what one counter can serve in an hour. */
export const COUNTED_OF_NETWORK_PER_HOUR = 20;

/** One counter, all networks: a code that went round a chat group comes from many. */
export const COUNTED_OF_COUNTER_PER_HOUR = 60;

/** All counters, one network: beyond this nothing is taken until the hour is over. */
export const TAKEN_OF_NETWORK_PER_HOUR = 600;
