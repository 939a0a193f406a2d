import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { DataCorrectionDecision, DataPart } from '../../domain/privacy/accept-data-correction.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import type { CorrectionRequestRow } from './correction-request.entity.js';

/** The enum as fields and inputs name it. */
const DATA_PART_ENUM = {
  NAME: 'NAME',
  NIP: 'NIP',
  STATUS: 'STATUS',
  POSITION: 'POSITION',
  SERVICE: 'SERVICE',
  REPORTING_LINE: 'REPORTING_LINE',
  ACCOUNT: 'ACCOUNT',
  OTHER: 'OTHER',
} as const satisfies { [P in DataPart]: P };
registerEnumType(DATA_PART_ENUM, {
  name: 'DataPart',
  description: 'What of the own data is wrong. Observations are objected to instead (contestObservation).',
  valuesConfig: {
    NAME: { description: 'Nama dan gelar: name and titles.' },
    NIP: { description: 'The NIP (employee number).' },
    STATUS: { description: 'Status kepegawaian: PNS, PPPK, in service or not.' },
    POSITION: { description: 'Jabatan: the title of the position.' },
    SERVICE: { description: 'Penempatan, cuti: where and when somebody serves.' },
    REPORTING_LINE: { description: 'Pejabat penilai: who appraises.' },
    ACCOUNT: { description: 'Akun: login name, roles, sessions.' },
    OTHER: { description: 'Lainnya: anything else.' },
  },
});

const DATA_CORRECTION_DECISIONS = {
  CORRECTED: 'CORRECTED',
  REJECTED: 'REJECTED',
} as const satisfies { [D in DataCorrectionDecision]: D };
registerEnumType(DATA_CORRECTION_DECISIONS, {
  name: 'DataCorrectionDecision',
  description: 'What came of a request to correct data.',
  valuesConfig: {
    CORRECTED: { description: 'Dibetulkan: the data were put right.' },
    REJECTED: { description: 'Tidak diubah: the data stay as they are; the note says why.' },
  },
});

@ObjectType({
  description:
    'Permintaan koreksi data: what somebody says is wrong with the data kept about them. It is answered within 3 x 24 hours (UU 27/2022 Art. 30).',
})
export class DataCorrection {
  @Field(() => ID, { description: 'UUID; later requests have greater ids.' })
  id!: string;

  @Field(() => DATA_PART_ENUM, { description: 'What is wrong.' })
  about!: DataPart;

  @Field(() => String, {
    nullable: true,
    description:
      'What is wrong with it, in the words of the person, 20 to 2,000 characters; null once erased.',
  })
  text!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What should stand there, at most 500 characters; null where the text says it, or once erased.',
  })
  wanted!: string | null;

  @Field(() => Instant, { description: 'When it was made.' })
  requestedAt!: Date;

  @Field(() => Instant, { description: 'By when it has to be answered: 72 hours later, whatever day it is.' })
  dueAt!: Date;

  @Field(() => DATA_CORRECTION_DECISIONS, {
    nullable: true,
    description: 'What came of it; null while nobody has answered.',
  })
  decision!: DataCorrectionDecision | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was changed, or why nothing was; null while nobody has answered, or once erased.',
  })
  note!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was answered; null while it is open.' })
  answeredAt!: Date | null;

  regionCode!: string;
  employeeId!: string;
}

export function toDataCorrection(row: CorrectionRequestRow): DataCorrection {
  return Object.assign(new DataCorrection(), {
    id: row.id,
    about: row.about,
    text: row.text ?? null,
    wanted: row.wanted ?? null,
    requestedAt: row.requestedAt,
    dueAt: row.dueAt,
    decision: row.decision ?? null,
    note: row.note ?? null,
    answeredAt: row.answeredAt ?? null,
    regionCode: row.regionCode,
    employeeId: row.employeeId,
  });
}

@InputType({ description: 'What is wrong with the data kept about whoever sends it.' })
export class RequestCorrectionInput {
  @Field(() => RegionCode, { description: 'The region that keeps the data.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each request, and kept over every retry.' })
  key!: string;

  @Field(() => DATA_PART_ENUM, { description: 'What is wrong.' })
  about!: DataPart;

  @Field(() => String, { description: 'What is wrong with it; 20 to 2,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What should stand there; at most 500 characters. Leave it out where the text says it.',
  })
  wanted?: string | null;
}

@InputType({ description: 'What came of a request to correct data.' })
export class AnswerCorrectionInput {
  @Field(() => RegionCode, { description: 'The region of the request.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each answer, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The request; nobody has answered it.' })
  id!: string;

  @Field(() => DATA_CORRECTION_DECISIONS, { description: 'What came of it.' })
  decision!: DataCorrectionDecision;

  @Field(() => String, {
    description: 'What was changed, or why nothing was, for the person to read; 10 to 2,000 characters.',
  })
  note!: string;
}

@ObjectType({ description: 'The request or its answer is recorded.' })
export class DataCorrectionRecorded {
  @Field(() => DataCorrection, { description: 'The request as it is recorded now.' })
  correction!: DataCorrection;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'The request or the answer was not taken. Codes of a request: DATA_CORRECTION_NO_RECORD, DATA_CORRECTION_TEXT_MISSING, ' +
    'DATA_CORRECTION_WANTED_TOO_LONG, DATA_CORRECTION_TOO_MANY; of an answer: DATA_CORRECTION_UNKNOWN, ' +
    'DATA_CORRECTION_ANSWERED, DATA_ANSWER_OWN, DATA_ANSWER_NOTE_MISSING; of both: NOTE_TOO_LONG, NOTE_UNREADABLE.',
})
export class DataCorrectionRefused extends Refusal {}

/** The three ways in which asking for a correction, or answering, ends. */
export const DataCorrectionResult = createUnionType({
  name: 'DataCorrectionResult',
  description: 'What became of a request to correct data, or of its answer.',
  types: () => [DataCorrectionRecorded, DataCorrectionRefused, IdempotencyConflict] as const,
});
