// npm test: everything from a fresh clone to the last test.
import process from 'process';
import { requireNode } from './require-node.mjs';

requireNode(process.versions.node);
void import('./test-pantau.mjs');
