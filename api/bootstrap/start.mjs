// npm start: everything from a fresh clone to a running Pantau.
import process from 'process';
import { requireNode } from './require-node.mjs';

requireNode(process.versions.node);
void import('./start-pantau.mjs');
