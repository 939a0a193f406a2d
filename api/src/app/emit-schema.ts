import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createGraphqlSchema } from './graphql-schema.js';

const target = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));
const schema = await createGraphqlSchema();
await writeFile(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
