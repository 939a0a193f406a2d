import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createGraphqlSchema } from './graphql-schema.js';

const target = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));
const schema = await createGraphqlSchema();
const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8')) !== text) {
  process.stderr.write(
    'schema/schema.graphql is not what the code says; run npm run emit and look at what changed\n',
  );
  process.exitCode = 1;
}
