import { AMOUNT_REFUSALS, formatAmount, ONE, readAmount, type Amount } from '../amount.js';
import { localDate, localMinute } from '../calendar.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import { BERAKHLAK, type CoreValue } from '../people/berakhlak.js';
import { NOTE_REFUSALS, readNote } from './read-note.js';

/** What somebody sends. */
export interface ObservationInput {
  /** A canonical decimal in the indicator's unit of measure. */
  readonly value: string;
  readonly observedAt: Date;
  readonly note: string | null;
  /** Code of one of the 21 behaviours, such as 'AKH-1.2'; null where none is named. */
  readonly behaviour: string | null;
}

/** What the records say around it. */
export interface ObservationContext {
  readonly employee: { readonly active: boolean } | null;
  /** The values that the indicator can take at all; null where that side is open. */
  readonly indicator: {
    readonly lowest: Amount | null;
    readonly highest: Amount | null;
    /** Set where it is an expectation of behaviour. */
    readonly coreValue: CoreValue | null;
  } | null;
  /** The period in which `observedAt` falls in Asia/Jakarta; null where there is none. */
  readonly period: { readonly startsOn: string; readonly endsOn: string; readonly open: boolean } | null;
  /** Whether there is a target for the employee, the indicator and the period. */
  readonly planned: boolean;
  /** The employee named as observer; null where none is named. */
  readonly observer: { readonly known: boolean; readonly isTheEmployee: boolean } | null;
  readonly now: Date;
}

/** An observation that may be recorded. */
export interface AcceptedObservation {
  readonly value: Amount;
  readonly observedAt: Date;
  readonly note: string | null;
  readonly behaviour: string | null;
}

/** Tablets in the field set their clocks by hand or by a phone mast; five minutes apart is a clock, not the future. */
export const CLOCK_DIFFERENCE_MS = 5 * 60 * 1000;

/** Why an observation is not recorded, in the order in which it is looked at. */
export const OBSERVATION_REFUSALS = {
  EMPLOYEE_UNKNOWN: {
    when: 'The region has no such employee.',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pegawai ini tidak ada di wilayah ini. Pilih pegawai dari daftar; bila belum ada, minta BKPSDM menambahkannya.',
      en: 'This region has no such employee. Choose one from the list; if missing there, ask regional HR to add the person.',
    },
  },
  EMPLOYEE_INACTIVE: {
    when: 'The employee has left the service of the region.',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pegawai ini sudah tidak aktif di wilayah ini, jadi tidak ada pengamatan baru. Bila masih bertugas, minta BKPSDM memperbaiki datanya.',
      en: 'This employee is no longer active in the region, so nothing new is recorded. If still in service, ask regional HR to correct the data.',
    },
  },
  INDICATOR_UNKNOWN: {
    when: 'The region has no such indicator.',
    field: 'indicatorId',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Indikator ini tidak ada di wilayah ini. Pilih indikator dari daftar; bila belum ada, minta admin unit menambahkannya.',
      en: 'This region has no such indicator. Choose one from the list; if missing there, ask the unit administration to add it.',
    },
  },
  VALUE_NOT_DECIMAL: { ...AMOUNT_REFUSALS.NOT_A_DECIMAL, field: 'value' },
  VALUE_TOO_MANY_DIGITS: { ...AMOUNT_REFUSALS.TOO_MANY_DIGITS, field: 'value' },
  VALUE_OUT_OF_RANGE: {
    when: 'The value lies outside what the indicator can be at all, such as 130 for a percentage.',
    field: 'value',
    mender: 'SENDER',
    message: (value: Amount, lowest: Amount | null, highest: Amount | null): Sentence => {
      const [given, from, to] = [value, lowest, highest].map((a) => (a === null ? null : formatAmount(a)));
      const range =
        from === null
          ? { id: `paling tinggi ${to}`, en: `at most ${to}` }
          : to === null
            ? { id: `paling rendah ${from}`, en: `at least ${from}` }
            : { id: `${from} sampai ${to}`, en: `${from} to ${to}` };
      return {
        id: `Nilai ${given} di luar batas indikator: ${range.id}. Periksa angka dan satuannya.`,
        en: `The value ${given} is outside what the indicator can be: ${range.en}. Check the number and its unit of measure.`,
      };
    },
  },
  VALUE_NOT_ON_SCALE: {
    when: 'An observation of behaviour says something else than −1, 0 or 1.',
    field: 'value',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan perilaku hanya mengenal −1 (di bawah), 0 (sesuai) dan 1 (di atas ekspektasi). Pilih salah satunya.',
      en: 'An observation of behaviour knows only −1 (below), 0 (meets) and 1 (above the expectation). Choose one of them.',
    },
  },
  BEHAVIOUR_UNKNOWN: {
    when: 'The behaviour named is none of the indicator, or the indicator is none of behaviour.',
    field: 'behaviour',
    mender: 'SENDER',
    message: {
      id: 'Perilaku ini bukan bagian dari nilai BerAKHLAK yang dipilih. Pilih dari ketiga perilaku nilai itu, atau kosongkan.',
      en: 'This behaviour is no part of the core value chosen. Choose one of its three behaviours, or leave it empty.',
    },
  },
  OBSERVER_UNKNOWN: {
    when: 'The region has no employee with the id of the observer.',
    field: 'observerId',
    mender: 'SENDER',
    message: {
      id: 'Pengamat ini tidak ada di wilayah ini. Pilih pengamat dari daftar pegawai, atau kosongkan.',
      en: 'This region has no such observer. Choose one from the list of employees, or leave it empty.',
    },
  },
  OBSERVED_BY_ONESELF: {
    when: 'The employee is named as the observer of their own behaviour.',
    field: 'observerId',
    mender: 'SENDER',
    message: {
      id: 'Perilaku diamati oleh orang lain. Pilih pengamat yang lain.',
      en: 'Behaviour is observed by somebody else. Choose another observer.',
    },
  },
  OBSERVED_IN_FUTURE: {
    when: 'The moment observed lies more than five minutes after the server clock.',
    field: 'observedAt',
    mender: 'SENDER',
    message: (now: Date): Sentence => ({
      id: `Waktu pengamatan belum tiba; di server sekarang ${localMinute(now)} WIB. Perbaiki waktunya atau jam perangkat Anda.`,
      en: `The moment observed is still to come; the server has ${localMinute(now)} WIB. Correct it, or the clock of your device.`,
    }),
  },
  PERIOD_UNKNOWN: {
    when: 'No period of the region holds the day observed in Asia/Jakarta.',
    field: 'observedAt',
    mender: 'REGIONAL_HR',
    message: (day: string): Sentence => ({
      id: `Belum ada periode penilaian untuk tanggal ${day}. Periksa tanggalnya; bila benar, minta BKPSDM membuka periodenya.`,
      en: `No period holds ${day}. Check the day; if it is right, ask regional HR to open the period.`,
    }),
  },
  PERIOD_CLOSED: {
    when: 'The period of the day observed is closed; its scores stand.',
    field: 'observedAt',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode penilaian ini sudah ditutup. Periksa tanggalnya; bila benar, minta BKPSDM membuka kembali periodenya.',
      en: 'This period is closed. Check the day; if it is right, ask regional HR to open the period again.',
    },
  },
  INDICATOR_NOT_PLANNED: {
    when: 'The employee has no target on this indicator in this period, so there is nothing to measure against.',
    field: 'indicatorId',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Pegawai ini tidak punya target untuk indikator ini pada periode ini. Pilih indikator dari rencananya, atau minta admin unit menambah targetnya.',
      en: 'This employee has no target on this indicator in this period. Choose an indicator of the plan, or ask the unit administration to add the target.',
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type ObservationRefusalCode = keyof typeof OBSERVATION_REFUSALS;

/**
 * Whether an observation may be recorded (rules OB in docs/SCORING.md). Of several troubles the first of
 * `OBSERVATION_REFUSALS` is told.
 * @throws RangeError where `observedAt` is an invalid date
 */
export function acceptObservation(
  input: ObservationInput,
  context: ObservationContext,
): Outcome<AcceptedObservation, ObservationRefusalCode> {
  const { employee, indicator, period, planned, observer, now } = context;
  const { observedAt } = input;
  const told = OBSERVATION_REFUSALS;
  if (employee === null) return refused('EMPLOYEE_UNKNOWN', told.EMPLOYEE_UNKNOWN);
  if (!employee.active) return refused('EMPLOYEE_INACTIVE', told.EMPLOYEE_INACTIVE);
  if (indicator === null) return refused('INDICATOR_UNKNOWN', told.INDICATOR_UNKNOWN);

  const read = readAmount(input.value);
  if (!read.ok) {
    const code = read.refusal.code === 'NOT_A_DECIMAL' ? 'VALUE_NOT_DECIMAL' : 'VALUE_TOO_MANY_DIGITS';
    return refused(code, { ...read.refusal, field: told[code].field });
  }
  const { value } = read;
  const { lowest, highest } = indicator;
  if ((lowest !== null && value < lowest) || (highest !== null && value > highest)) {
    const row = told.VALUE_OUT_OF_RANGE;
    return refused('VALUE_OUT_OF_RANGE', { ...row, message: row.message(value, lowest, highest) });
  }

  if (indicator.coreValue !== null && value % ONE !== 0n) {
    return refused('VALUE_NOT_ON_SCALE', told.VALUE_NOT_ON_SCALE);
  }
  if (input.behaviour !== null && !isBehaviourOf(indicator.coreValue, input.behaviour)) {
    return refused('BEHAVIOUR_UNKNOWN', told.BEHAVIOUR_UNKNOWN);
  }
  if (observer?.known === false) return refused('OBSERVER_UNKNOWN', told.OBSERVER_UNKNOWN);
  if (observer?.isTheEmployee === true && indicator.coreValue !== null) {
    return refused('OBSERVED_BY_ONESELF', told.OBSERVED_BY_ONESELF);
  }

  if (observedAt.getTime() > now.getTime() + CLOCK_DIFFERENCE_MS) {
    const row = told.OBSERVED_IN_FUTURE;
    return refused('OBSERVED_IN_FUTURE', { ...row, message: row.message(now) });
  }
  const day = localDate(observedAt);
  if (period === null || day < period.startsOn || day > period.endsOn) {
    const row = told.PERIOD_UNKNOWN;
    return refused('PERIOD_UNKNOWN', { ...row, message: row.message(day) });
  }
  if (!period.open) return refused('PERIOD_CLOSED', told.PERIOD_CLOSED);
  if (!planned) return refused('INDICATOR_NOT_PLANNED', told.INDICATOR_NOT_PLANNED);

  const note = readNote(input.note, 'note');
  return note.ok ? ok({ value, observedAt, note: note.value, behaviour: input.behaviour }) : note;
}

function isBehaviourOf(coreValue: CoreValue | null, code: string): boolean {
  const row = BERAKHLAK.find(({ value }) => value === coreValue);
  return row?.behaviours.some((behaviour) => behaviour.code === code) ?? false;
}
