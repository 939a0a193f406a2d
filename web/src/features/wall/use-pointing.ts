import { useEffect, useState } from 'react';

/** How long after its last move a mouse is still in somebody's hand, ms. */
const HELD_FOR = 3_000;

/** Whether somebody is moving a mouse. The pointer that lies on a screen on a wall since it was switched on is nobody's. */
export function usePointing(): boolean {
  const [pointing, setPointing] = useState(false);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const move = ({ movementX, movementY }: PointerEvent) => {
      if (movementX === 0 && movementY === 0) return; // the page moved below it
      clearTimeout(rest);
      rest = setTimeout(() => setPointing(false), HELD_FOR);
      setPointing(true);
    };
    window.addEventListener('pointermove', move);
    return () => {
      clearTimeout(rest);
      window.removeEventListener('pointermove', move);
    };
  }, []);
  return pointing;
}
