import { storedPeriod } from '../calendar.js';
import { maskNip } from '../people/nip.js';
import { takesObservations, type PeriodState } from '../period/period-state.js';
import type { Predicate } from '../scoring/predicate.js';
import type { Rating } from '../scoring/rating.js';
import type { ExportFindingCode } from './export-findings.js';
import type { SiasnCodes } from './siasn-codes.js';

/** A person as whoever asks may know them. */
export interface ExportPerson {
  readonly nip: string;
  readonly name: string;
  /** Whether whoever asks may read the whole NIP. */
  readonly nipOpen: boolean;
  readonly unitName: string | null;
  readonly positionTitle: string | null;
}

/** What the records say about one person in one period. */
export interface ExportInput {
  readonly period: {
    readonly code: string;
    /** First and last day, 'YYYY-MM-DD'. */
    readonly startsOn: string;
    readonly endsOn: string;
    readonly state: PeriodState;
  };
  readonly person: ExportPerson;
  /** Whether something was planned for the person in the period. */
  readonly planned: boolean;
  /** Whether an appraiser is on record on the last day of the period. */
  readonly appraiserOnRecord: boolean;
  /** What the appraiser confirmed last; null: nothing. */
  readonly confirmed: {
    readonly workResult: Rating;
    readonly behaviour: Rating;
    readonly predicate: Predicate;
    /** The day in Asia/Jakarta, 'YYYY-MM-DD'. */
    readonly confirmedOn: string;
    /** Whether the score has moved since. */
    readonly stale: boolean;
    /** Who confirmed, with the post held on the last day of the period; null: not for whoever asks to know. */
    readonly appraiser: ExportPerson | null;
  } | null;
}

/** The fields of SIASN's kinerja periodik, under SIASN's own names; null: an empty column. */
export interface KinerjaPeriodikFields {
  readonly bulanMulaiPenilaian: number;
  readonly bulanSelesaiPenilaian: number;
  readonly tahun: number;
  readonly tahunMulaiPenilaian: number;
  readonly tahunSelesaiPenilaian: number;
  readonly hasilKinerjaNilai: number | null;
  readonly perilakuKerjaNilai: number | null;
  readonly kuadranKinerjaNilai: number | null;
  readonly koefisienId: string | null;
  readonly periodikId: string | null;
  /** Pantau keeps no grades. */
  readonly penilaiGolongan: null;
  readonly penilaiJabatanNama: string | null;
  readonly penilaiNama: string | null;
  readonly penilaiNipNrp: string | null;
  readonly penilaiUnorNama: string | null;
  /** SIASN's own id of the person. */
  readonly pnsDinilaiId: null;
  readonly statusPenilai: 'ASN';
}

/** One row that is handed on: SIASN's fields, and ours beside them. */
export interface KinerjaPeriodikRow extends KinerjaPeriodikFields {
  readonly nip: string;
  readonly nama: string;
  readonly unitKerja: string | null;
  readonly jabatan: string | null;
  readonly periode: string;
  /** 'YYYY-MM-DD', as all days here. */
  readonly tanggalMulai: string;
  readonly tanggalSelesai: string;
  readonly hasilKerja: Rating;
  readonly perilakuKerja: Rating;
  readonly predikat: Predicate;
  readonly tanggalKonfirmasi: string;
}

/** What the export makes of somebody: a row, or none, and what is to be said about it. */
export interface ExportVerdict {
  /** Null: held back. */
  readonly row: KinerjaPeriodikRow | null;
  /** In the order of `EXPORT_FINDINGS`, each once. */
  readonly findings: readonly ExportFindingCode[];
}

const NIP = /^\d{18}$/;

/**
 * One person's kinerja periodik (rules KP in docs/SCORING.md). Only what an appraiser confirmed is handed on, and only
 * as long as the score is still the one that was confirmed; a proposal never is (UU 27/2022 Art. 10).
 */
export function toKinerjaPeriodik(input: ExportInput, codes: SiasnCodes): ExportVerdict {
  const { period, person, confirmed } = input;
  const held = confirmed === null || confirmed.stale ? whyUnconfirmed(input) : null;
  const findings: ExportFindingCode[] = held === null ? [] : [held];
  if (!NIP.test(person.nip)) findings.push('NIP_FORM');
  if (confirmed === null || findings.length > 0) return { row: null, findings };

  const { workResult, behaviour, predicate, confirmedOn, appraiser } = confirmed;
  const coded = {
    hasilKinerjaNilai: codes.rating[workResult],
    perilakuKerjaNilai: codes.rating[behaviour],
    kuadranKinerjaNilai: codes.predicate[predicate],
    koefisienId: codes.coefficient[predicate],
    periodikId: codes.periodKind[storedPeriod(period.code).kind],
  };
  if (!person.nipOpen) findings.push('NIP_HIDDEN');
  if (appraiser === null) findings.push('APPRAISER_HIDDEN');
  else {
    if (!NIP.test(appraiser.nip)) findings.push('APPRAISER_NIP_FORM');
    if (!appraiser.positionTitle || !appraiser.unitName) findings.push('APPRAISER_POST_UNKNOWN');
  }
  if (Object.values(coded).includes(null)) findings.push('CODE_UNSET');
  return {
    findings,
    row: {
      bulanMulaiPenilaian: Number(period.startsOn.slice(5, 7)),
      bulanSelesaiPenilaian: Number(period.endsOn.slice(5, 7)),
      tahun: Number(period.endsOn.slice(0, 4)),
      tahunMulaiPenilaian: Number(period.startsOn.slice(0, 4)),
      tahunSelesaiPenilaian: Number(period.endsOn.slice(0, 4)),
      ...coded,
      penilaiGolongan: null,
      penilaiJabatanNama: appraiser?.positionTitle ?? null,
      penilaiNama: appraiser?.name ?? null,
      penilaiNipNrp: appraiser === null ? null : nipOf(appraiser),
      penilaiUnorNama: appraiser?.unitName ?? null,
      pnsDinilaiId: null,
      // Nobody is on record here who is no civil servant.
      statusPenilai: 'ASN',
      nip: nipOf(person),
      nama: person.name,
      unitKerja: person.unitName,
      jabatan: person.positionTitle,
      periode: period.code,
      tanggalMulai: period.startsOn,
      tanggalSelesai: period.endsOn,
      hasilKerja: workResult,
      perilakuKerja: behaviour,
      predikat: predicate,
      tanggalKonfirmasi: confirmedOn,
    },
  };
}

/** The first step that is missing: what comes after it cannot be done before. */
function whyUnconfirmed({ planned, period, confirmed, appraiserOnRecord }: ExportInput): ExportFindingCode {
  if (!planned) return 'NO_PLAN';
  if (takesObservations(period.state)) return 'PERIOD_OPEN';
  if (!appraiserOnRecord) return 'APPRAISER_UNKNOWN';
  return confirmed === null ? 'NOT_CONFIRMED' : 'CONFIRMATION_STALE';
}

function nipOf({ nip, nipOpen }: ExportPerson): string {
  if (nipOpen) return nip;
  return NIP.test(nip) ? maskNip(nip) : '•';
}
