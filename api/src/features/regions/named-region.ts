import { Arg } from 'type-graphql';
import { RegionCode } from '../../platform/graphql/scalars.js';

/** The region that somebody follows; see `heldRegion`. */
export const NamedRegion = (): ParameterDecorator =>
  Arg('region', () => RegionCode, {
    nullable: true,
    description: 'Kemendagri code of the region. It may be left out where the server holds one region only.',
  }) as ParameterDecorator;
