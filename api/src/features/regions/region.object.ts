import { Field, ObjectType } from 'type-graphql';
import { RegionCode } from '../../platform/graphql/scalars.js';
import type { RegionRow } from './region.entity.js';

@ObjectType({ description: 'A kabupaten or kota. It owns all other data and is a change stream of its own.' })
export class Region {
  @Field(() => RegionCode, { description: 'Kemendagri code, e.g. "35.78".' })
  code!: string;

  @Field(() => String, { description: 'Official name, e.g. "Kota Surabaya".' })
  name!: string;
}

export function toRegion(row: RegionRow): Region {
  return Object.assign(new Region(), { code: row.regionCode, name: row.name });
}
