import { registerEnumType } from 'type-graphql';

export const PICTURE_REASONS = {
  FIRST: 'FIRST',
  TOO_FAR_BEHIND: 'TOO_FAR_BEHIND',
  OTHER_EPOCH: 'OTHER_EPOCH',
  STRUCTURE_CHANGED: 'STRUCTURE_CHANGED',
} as const;
export type PictureReason = keyof typeof PICTURE_REASONS;
registerEnumType(PICTURE_REASONS, {
  name: 'SnapshotReason',
  description: 'Why a whole picture is sent and not single changes.',
  valuesConfig: {
    FIRST: { description: 'No cursor was given.' },
    TOO_FAR_BEHIND: {
      description: 'The cursor lies so far back that a new picture is quicker than the replay.',
    },
    OTHER_EPOCH: {
      description: 'The cursor is of another life of the data, before a restore, or of another region.',
    },
    STRUCTURE_CHANGED: { description: 'Units or the period shown have changed.' },
  },
});
