const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
  ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
];
const UNITS = [
  ...['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
  'sebelas',
];

/**
 * A number in Indonesian words, as minutes write them out.
 * @throws RangeError outside 0 to 9,999
 */
export function inWords(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9_999) throw new RangeError(`not a number of minutes: ${n}`);
  if (n < 12) return UNITS[n]!;
  if (n < 20) return `${inWords(n - 10)} belas`;
  if (n < 100) return joined(`${inWords(Math.floor(n / 10))} puluh`, n % 10);
  if (n < 200) return joined('seratus', n - 100);
  if (n < 1_000) return joined(`${inWords(Math.floor(n / 100))} ratus`, n % 100);
  if (n < 2_000) return joined('seribu', n - 1_000);
  return joined(`${inWords(Math.floor(n / 1_000))} ribu`, n % 1_000);
}

function joined(words: string, rest: number): string {
  return rest === 0 ? words : `${words} ${inWords(rest)}`;
}

/**
 * A day 'YYYY-MM-DD' as official papers begin with it: "Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu
 * dua puluh enam".
 */
export function dateInWords(day: string): string {
  const { weekday, date, month, year } = read(day);
  return `${weekday}, tanggal ${inWords(date)}, bulan ${month}, tahun ${inWords(year)}`;
}

/** A day 'YYYY-MM-DD' as "24 November 2026". */
export function longDate(day: string): string {
  const { date, month, year } = read(day);
  return `${date} ${month} ${year}`;
}

function read(day: string): { weekday: string; date: number; month: string; year: number } {
  const at = new Date(day);
  return {
    weekday: DAYS[at.getUTCDay()]!,
    date: at.getUTCDate(),
    month: MONTHS[at.getUTCMonth()]!,
    year: at.getUTCFullYear(),
  };
}
