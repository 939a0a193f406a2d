import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  EXPORT_FINDINGS,
  EXPORT_NOTES,
  type ExportFindingCode,
  type ExportMender,
} from '../../../domain/integration/export-findings.js';
import type { KinerjaPeriodikRow } from '../../../domain/integration/kinerja-periodik.js';
import type { RowChange, RowPart } from '../../../domain/integration/row-changes.js';
import type { PeriodState } from '../../../domain/period/period-state.js';
import type { Predicate } from '../../../domain/scoring/predicate.js';
import type { Rating } from '../../../domain/scoring/rating.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { PERIOD_STATES } from '../../indicators/indicator.object.js';
import { PREDICATES, RATINGS } from '../../scores/score.enums.js';
import type { ExportReport } from './check-export.js';
import { EXPORT_MENDERS, FINDING_CODES, PARTS, ROW_CHANGES } from './export.enums.js';
import type { GivenConfirmation } from './export.store.js';
import type { MadeRow } from './make-rows.js';
import type { HandedRow } from './read-delivery.js';

@ObjectType({ description: 'One thing that the validation report says of a row.' })
export class ExportFinding {
  @Field(() => FINDING_CODES, {
    description: 'A code of the closed list in the guide of the export; it never changes its meaning.',
  })
  code!: ExportFindingCode;

  @Field(() => Boolean, { description: 'Whether it keeps the row back: nothing of it is handed on.' })
  holdsBack!: boolean;

  @Field(() => EXPORT_MENDERS, { description: 'Who can put it right.' })
  mender!: ExportMender;

  @Field(() => String, { description: 'What is missing and how it is mended, in Indonesian.' })
  message!: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn!: string;
}

export function toFinding(code: ExportFindingCode): ExportFinding {
  const { holdsBack, mender, message } = EXPORT_FINDINGS[code];
  return Object.assign(new ExportFinding(), {
    ...{ code, holdsBack, mender },
    message: message.id,
    messageEn: message.en,
  });
}

@ObjectType({ description: 'What was handed on of a person before.' })
export class KinerjaPeriodikBefore {
  @Field(() => RATINGS, { description: 'Hasil kerja as it was given.' })
  hasilKerja!: Rating;

  @Field(() => RATINGS, { description: 'Perilaku kerja as it was given.' })
  perilakuKerja!: Rating;

  @Field(() => PREDICATES, { description: 'The predicate as it was given.' })
  predikat!: Predicate;

  @Field(() => Instant, { description: 'When that had been confirmed.' })
  confirmedAt!: Date;
}

function toBefore(row: GivenConfirmation): KinerjaPeriodikBefore {
  return Object.assign(new KinerjaPeriodikBefore(), {
    hasilKerja: row.workRating,
    perilakuKerja: row.behaviourRating,
    predikat: row.predicate,
    confirmedAt: row.recordedAt,
  });
}

/** A field of a row; empty in one that was taken back. */
const text = { nullable: true } as const;

@ObjectType({
  description:
    "One person's kinerja periodik in the fields of SIASN (BKN), under SIASN's own names, with ours beside them. Only what an appraiser confirmed, and as long as the score is still the one that was confirmed (KP rules of SCORING.md). In a row that was taken back the fields are null.",
})
export class KinerjaPeriodik {
  @Field(() => Int, { ...text, description: 'Month of the first day of the period, 1 to 12.' })
  bulanMulaiPenilaian!: number | null;

  @Field(() => Int, { ...text, description: 'Month of the last day of the period, 1 to 12.' })
  bulanSelesaiPenilaian!: number | null;

  @Field(() => Int, { ...text, description: 'Year of the appraisal: that of the last day.' })
  tahun!: number | null;

  @Field(() => Int, { ...text, description: 'Year of the first day.' })
  tahunMulaiPenilaian!: number | null;

  @Field(() => Int, { ...text, description: 'Year of the last day.' })
  tahunSelesaiPenilaian!: number | null;

  @Field(() => Int, {
    ...text,
    description:
      "SIASN's code of hasilKerja (referensi perilakuDanKinerja); set on the server, by default unverified; null: not set.",
  })
  hasilKinerjaNilai!: number | null;

  @Field(() => Int, {
    ...text,
    description:
      "SIASN's code of perilakuKerja (referensi perilakuDanKinerja); set on the server, by default unverified; null: not set.",
  })
  perilakuKerjaNilai!: number | null;

  @Field(() => Int, {
    ...text,
    description: "SIASN's code of predikat (referensi kuadranNilai); null: not set.",
  })
  kuadranKinerjaNilai!: number | null;

  @Field(() => String, { ...text, description: "SIASN's id of the coefficient of predikat; null: not set." })
  koefisienId!: string | null;

  @Field(() => String, {
    ...text,
    description: "SIASN's id of the kind of period (month, quarter, semester, year); null: not set.",
  })
  periodikId!: string | null;

  @Field(() => String, {
    ...text,
    description: "The appraiser's grade. Always null: Pantau keeps no grades.",
  })
  penilaiGolongan!: null;

  @Field(() => String, {
    ...text,
    description:
      'Title of the post that the appraiser held on the last day of the period; null where not yours to know.',
  })
  penilaiJabatanNama!: string | null;

  @Field(() => String, {
    ...text,
    description: 'Name of who confirmed, with titles; null where not yours to know.',
  })
  penilaiNama!: string | null;

  @Field(() => String, {
    ...text,
    description:
      'NIP of who confirmed, 18 digits; masked to whoever may not read it, null where not yours to know.',
  })
  penilaiNipNrp!: string | null;

  @Field(() => String, {
    ...text,
    description: 'Unit of the appraiser on the last day of the period; null where not yours to know.',
  })
  penilaiUnorNama!: string | null;

  @Field(() => String, {
    ...text,
    description: "SIASN's own id of the person. Always null: Pantau does not hold it; look it up by nip.",
  })
  pnsDinilaiId!: null;

  @Field(() => String, { ...text, description: 'Always "ASN": whoever appraises here is a civil servant.' })
  statusPenilai!: string | null;

  @Field(() => String, {
    ...text,
    description: 'NIP of the person, 18 digits; masked to whoever may not read it (finding NIP_HIDDEN).',
  })
  nip!: string | null;

  @Field(() => String, { description: 'Name of the person, with titles.' })
  nama!: string;

  @Field(() => String, { ...text, description: 'Unit of the person on the last day of the period.' })
  unitKerja!: string | null;

  @Field(() => String, {
    ...text,
    description: 'Title of the post that the person held on the last day of the period.',
  })
  jabatan!: string | null;

  @Field(() => String, { ...text, description: 'Code of the period, e.g. "2026-Q4".' })
  periode!: string | null;

  @Field(() => String, { ...text, description: 'First day of the period, "YYYY-MM-DD".' })
  tanggalMulai!: string | null;

  @Field(() => String, { ...text, description: 'Last day of the period, "YYYY-MM-DD".' })
  tanggalSelesai!: string | null;

  @Field(() => RATINGS, { ...text, description: 'Hasil kerja in our word.' })
  hasilKerja!: Rating | null;

  @Field(() => RATINGS, { ...text, description: 'Perilaku kerja in our word.' })
  perilakuKerja!: Rating | null;

  @Field(() => PREDICATES, { ...text, description: 'The predicate in our word.' })
  predikat!: Predicate | null;

  @Field(() => String, {
    ...text,
    description: 'The day in Asia/Jakarta on which it was confirmed, "YYYY-MM-DD".',
  })
  tanggalKonfirmasi!: string | null;

  @Field(() => ROW_CHANGES, {
    ...text,
    description: 'What became of it since the delivery before; null where nothing was compared.',
  })
  change!: RowChange | null;

  @Field(() => [PARTS], { description: 'What of it differs; empty unless it is CHANGED.' })
  parts!: readonly RowPart[];

  @Field(() => KinerjaPeriodikBefore, {
    ...text,
    description: 'What was given of the person before; null for a new row, and where nothing was compared.',
  })
  before!: KinerjaPeriodikBefore | null;

  @Field(() => String, {
    ...text,
    description:
      "Why it changed, in Indonesian: the appraiser's note, why the period was opened again, what data were updated; null where nothing was compared.",
  })
  why!: string | null;

  @Field(() => String, {
    ...text,
    description: 'The same in English; what people wrote stays in their words.',
  })
  whyEn!: string | null;

  @Field(() => [ExportFinding], { description: 'What the row lacks, though it is handed on.' })
  findings!: readonly ExportFinding[];

  @Field(() => ID, {
    ...text,
    description: 'UUID of the confirmation that it gives; null where none stands.',
  })
  confirmationId!: string | null;

  regionCode!: string;
  employeeId!: string;
}

const EMPTY: { readonly [F in keyof KinerjaPeriodikRow]: null } = {
  ...{ bulanMulaiPenilaian: null, bulanSelesaiPenilaian: null, tahun: null, tahunMulaiPenilaian: null },
  ...{
    tahunSelesaiPenilaian: null,
    hasilKinerjaNilai: null,
    perilakuKerjaNilai: null,
    kuadranKinerjaNilai: null,
  },
  ...{
    koefisienId: null,
    periodikId: null,
    penilaiGolongan: null,
    penilaiJabatanNama: null,
    penilaiNama: null,
  },
  ...{
    penilaiNipNrp: null,
    penilaiUnorNama: null,
    pnsDinilaiId: null,
    statusPenilai: null,
    nip: null,
    nama: null,
  },
  ...{
    unitKerja: null,
    jabatan: null,
    periode: null,
    tanggalMulai: null,
    tanggalSelesai: null,
    hasilKerja: null,
  },
  ...{ perilakuKerja: null, predikat: null, tanggalKonfirmasi: null },
};

export function toKinerjaPeriodikObject(regionCode: string, row: HandedRow): KinerjaPeriodik {
  return Object.assign(new KinerjaPeriodik(), {
    ...(row.row ?? EMPTY),
    nama: row.name,
    change: row.change,
    parts: row.parts,
    before: row.was && toBefore(row.was),
    why: row.why?.id ?? null,
    whyEn: row.why?.en ?? null,
    findings: row.findings.map(toFinding),
    confirmationId: row.row === null ? null : (row.confirmation?.id ?? null),
    regionCode,
    employeeId: row.employeeId,
  });
}

@ObjectType({ description: 'What the validation report says of one person.' })
export class KinerjaPeriodikCheck {
  @Field(() => Boolean, { description: 'Whether nothing of the person is handed on until it is mended.' })
  heldBack!: boolean;

  @Field(() => [ExportFinding], { description: 'What is missing, and who can mend it; at least one.' })
  findings!: readonly ExportFinding[];

  regionCode!: string;
  employeeId!: string;
}

export function toCheck(regionCode: string, { employeeId, row, findings }: MadeRow): KinerjaPeriodikCheck {
  return Object.assign(new KinerjaPeriodikCheck(), {
    ...{ regionCode, employeeId },
    heldBack: row === null,
    findings: findings.map(toFinding),
  });
}

@ObjectType({ description: 'How many people a finding is said of.' })
export class ExportFindingCount {
  @Field(() => ExportFinding, {
    description: 'One of those who have it stands for all: what is wrong, and who can mend it.',
  })
  finding!: ExportFinding;

  @Field(() => Int, { description: 'Of how many people; 1 or more.' })
  people!: number;
}

@ObjectType({ description: 'A text in both languages.' })
export class ExportNote {
  @Field(() => String, { description: 'In Indonesian.' })
  message!: string;

  @Field(() => String, { description: 'The same note in English, a sentence.' })
  messageEn!: string;
}

@ObjectType({
  description:
    'What the export of a period is like before anybody takes it: how many rows can be handed on, and what keeps the others back. Of the people whom you may see alone.',
})
export class KinerjaPeriodikReport {
  @Field(() => String, { description: 'Code of the period.' })
  periodCode!: string;

  @Field(() => PERIOD_STATES, {
    description:
      'Where the period stands. Results can still change until it is CONFIRMED, and where it is REOPENED.',
  })
  periodState!: PeriodState;

  @Field(() => Int, {
    description: 'People in service, and others with a confirmed predicate in the period; 0 or more.',
  })
  people!: number;

  @Field(() => Int, { description: 'Rows that can be handed on now; 0 or more.' })
  ready!: number;

  @Field(() => Int, { description: 'People of whom nothing is handed on; 0 or more.' })
  heldBack!: number;

  @Field(() => [ExportFindingCount], {
    description: 'Each finding with how many people it is said of; none of nobody.',
  })
  findings!: readonly ExportFindingCount[];

  @Field(() => [ExportNote], {
    description: 'What holds for every row: columns of SIASN that Pantau has no data for.',
  })
  notes!: readonly ExportNote[];
}

export function toReport(
  { code, state }: { readonly code: string; readonly state: PeriodState },
  { people, ready, counts }: ExportReport,
): KinerjaPeriodikReport {
  return Object.assign(new KinerjaPeriodikReport(), {
    ...{ periodCode: code, periodState: state, people, ready, heldBack: people - ready },
    findings: counts.map((count) =>
      Object.assign(new ExportFindingCount(), { finding: toFinding(count.code), people: count.people }),
    ),
    notes: EXPORT_NOTES.map(({ id, en }) => Object.assign(new ExportNote(), { message: id, messageEn: en })),
  });
}
