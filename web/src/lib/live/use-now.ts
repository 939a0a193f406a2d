import { useEffect, useState } from 'react';
import { currentMoment, type Moment } from '../moment.js';

/** The present, renewed every `every` ms. */
export function useNow(every: number): Moment {
  const [now, setNow] = useState(currentMoment);
  useEffect(() => {
    const timer = setInterval(() => setNow(currentMoment()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
