import type { Language } from './language.js';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;
/** WIB, the office's time, whatever zone the screen is set to. */
const timeZone = 'Asia/Jakarta';

function inBoth(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return {
    id: new Intl.DateTimeFormat(LOCALE.id, { ...options, timeZone }),
    en: new Intl.DateTimeFormat(LOCALE.en, { ...options, timeZone }),
  };
}

const minutes = inBoth({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const seconds = inBoth({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = inBoth({ day: 'numeric', month: 'short' });
const fullDay = inBoth({ day: 'numeric', month: 'long', year: 'numeric' });

/** "09.42" in WIB; `instant` in ms since 1970. */
export function formatClock(instant: number, language: Language): string {
  return minutes[language].format(instant);
}

/** "20 November 2026, 09.30 WIB": an instant that must not be mistaken for another; ms since 1970. */
export function formatInstant(instant: number, language: Language): string {
  return `${fullDay[language].format(instant)}, ${formatClock(instant, language)} WIB`;
}

/** "09.42.10" in WIB; on another day than that of `now` the seconds no longer matter, but the day does: "23 Nov 09.42". */
export function formatSince(instant: number, now: number, language: Language): string {
  const [then, today] = [day[language].format(instant), day[language].format(now)];
  return then === today ? seconds[language].format(instant) : `${then} ${formatClock(instant, language)}`;
}

type Unit = 'minute' | 'hour' | 'day';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SHORT: Record<Language, Record<Unit, string>> = {
  id: { minute: 'mnt', hour: 'jam', day: 'hari' },
  en: { minute: 'min', hour: 'h', day: 'd' },
};
const LONG: Record<Language, Record<Unit, (count: number) => string>> = {
  id: {
    minute: (n) => `${n} menit lalu`,
    hour: (n) => `${n} jam lalu`,
    day: (n) => `${n} hari lalu`,
  },
  en: {
    minute: (n) => `${n} minute${n === 1 ? '' : 's'} ago`,
    hour: (n) => `${n} hour${n === 1 ? '' : 's'} ago`,
    day: (n) => `${n} day${n === 1 ? '' : 's'} ago`,
  },
};
const NOW: Record<Language, { readonly short: string; readonly long: string }> = {
  id: { short: 'baru', long: 'baru saja' },
  en: { short: 'now', long: 'just now' },
};

function inUnits(age: number): { readonly count: number; readonly unit: Unit } | null {
  if (age < MINUTE) return null;
  if (age < HOUR) return { count: Math.floor(age / MINUTE), unit: 'minute' };
  if (age < DAY) return { count: Math.floor(age / HOUR), unit: 'hour' };
  return { count: Math.floor(age / DAY), unit: 'day' };
}

/** An age in ms for a tile: "baru", "3 mnt", "2 jam", "4 hari". */
export function formatAge(age: number, language: Language): string {
  const rough = inUnits(age);
  return rough ? `${rough.count} ${SHORT[language][rough.unit]}` : NOW[language].short;
}

/** An age in ms in full words: "3 menit lalu". */
export function formatAgeInWords(age: number, language: Language): string {
  const rough = inUnits(age);
  return rough ? LONG[language][rough.unit](rough.count) : NOW[language].long;
}
