import { Arg } from 'type-graphql';
import { RegionCode } from './scalars.js';

/** The argument that every question about a region begins with. */
export const InRegion = (): ParameterDecorator =>
  Arg('region', () => RegionCode, { description: 'Kemendagri code of the region.' }) as ParameterDecorator;
