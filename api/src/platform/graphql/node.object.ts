import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description:
    'A row that can be asked for again by its id alone (Relay Global Object Identification): `node`, `nodes`.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Unlike that of any other row of the region; it never changes.' })
  id!: string;
}
