import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is not undefined, and gives it.
 *
 * @template T
 * @param {number} seconds
 * @param {string} what is waited for, for the error
 * @param {() => T | undefined | Promise<T | undefined>} ask
 * @returns {Promise<T>}
 * @throws {Error} when the time is over
 */
export async function within(seconds, what, ask) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`waited ${seconds} s for ${what} in vain`);
}
