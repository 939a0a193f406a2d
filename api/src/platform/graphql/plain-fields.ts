interface Metadata {
  readonly objectTypes: { simpleResolvers?: boolean | undefined }[];
}

/**
 * Lets fields that are a property of their row be read as one. type-graphql puts a function, three objects and a closure
 * before each of them, for authorisation checkers and middleware that are not used here: the guard stands before every
 * field instead. Its own switch for that stands on each type; this sets it on all of them.
 */
export function readFieldsPlainly(): void {
  const { TypeGraphQLMetadataStorage: metadata } = globalThis as { TypeGraphQLMetadataStorage?: Metadata };
  if (metadata === undefined) throw new Error('type-graphql keeps its types somewhere else now');
  for (const type of metadata.objectTypes) type.simpleResolvers ??= true;
}
