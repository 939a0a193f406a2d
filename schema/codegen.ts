import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'documents/*.graphql',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.js',
        // Every scalar of the contract is text: exact decimals and 64-bit offsets do not survive a JSON number.
        defaultScalarType: 'string',
      },
    },
  },
};

export default config;
