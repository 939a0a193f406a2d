import { useEffect, useReducer } from 'react';
import { rotate, type Rotation, type RotationEvent } from './page-rotation.js';

const KEYS: Readonly<Record<string, RotationEvent>> = {
  ArrowRight: { type: 'NEXT' },
  ArrowLeft: { type: 'PREVIOUS' },
  ' ': { type: 'HOLD_OR_RELEASE' },
};

/**
 * Turns pages by time and by the keys of a keyboard or remote: left, right, space to hold.
 *
 * @param busy for each page, whether it shows an update people may still be looking at; null where nothing is to be
 *   turned, because all pages are seen at once
 * @param called the page on which something happened that is to be seen at once, and when it did; null: none
 * @param now any clock in ms that moves on with each rendering
 */
export function usePageRotation(
  busy: readonly boolean[] | null,
  called: { readonly page: number; readonly at: string } | null,
  now: number,
): Rotation {
  const pages = busy?.length ?? 0;
  const [rotation, dispatch] = useReducer(
    (held: Rotation, [event, at]: [RotationEvent, number]) => rotate(held, event, pages, at),
    { page: 0, shownSince: now, heldUntil: null },
  );
  const busyHere = busy?.[rotation.page] ?? false;
  useEffect(() => dispatch([{ type: 'TICK', busy: busyHere }, now]), [busyHere, now]);
  const [calledTo, calledAt] = [called?.page ?? -1, called?.at ?? null];
  useEffect(() => {
    if (calledAt !== null && calledTo >= 0) dispatch([{ type: 'CALL', page: calledTo }, performance.now()]);
  }, [calledTo, calledAt]);
  useEffect(() => {
    if (pages < 2) return;
    const press = (pressed: KeyboardEvent) => {
      const event = KEYS[pressed.key];
      if (!event || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
      pressed.preventDefault();
      dispatch([event, performance.now()]);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [pages]);
  return rotation;
}
