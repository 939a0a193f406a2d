import { Query, Resolver } from 'type-graphql';
import { PURPOSES } from '../../domain/privacy/purposes.js';
import { RecordPurpose, toRecordPurpose } from './purpose.object.js';

@Resolver()
export class PurposeResolver {
  @Query(() => [RecordPurpose], {
    description:
      'The register of purposes: every kind of record that Pantau keeps, in all regions alike; a few dozen rows.',
  })
  purposes(): RecordPurpose[] {
    return Object.entries(PURPOSES).map(([kind, row]) => toRecordPurpose(kind, row));
  }
}
