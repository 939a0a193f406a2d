import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { importKinds } from './import-kinds.js';
import { recogniseKind } from './recognise-kind.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pantau-kinds-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const kindOf = async (header: string, name = 'berkas.csv') => {
  await writeFile(join(folder, name), `${header}\n`);
  return recogniseKind(join(folder, name));
};

it('every kind is known by its own header, whatever the file is called', async () => {
  for (const [kind, { columns }] of Object.entries(importKinds)) {
    expect(await kindOf(columns.map(({ name }) => name).join(','))).toBe(kind);
    const required = columns.filter((column) => column.required);
    expect(await kindOf(required.map(({ name }) => name).join(';'))).toBe(kind);
    const indonesian = required.map(({ name, aliases }) => (aliases[0] ?? name).toUpperCase());
    expect(await kindOf(indonesian.join(';'))).toBe(kind);
  }
});

it('of kinds that fit alike the name of the file decides, else the one with more columns', async () => {
  const both = 'nip,appraiser,unit,position,kind,starts_on,ends_on';
  expect(await kindOf(both)).toBe('assignments');
  expect(await kindOf(both, 'leaves-2026.csv')).toBe('leaves');
  expect(await kindOf(both, 'reporting-lines.csv')).toBe('reporting-lines');
  expect(await kindOf(both, 'targets.csv')).toBe('assignments');
});

it('a file that fits none is taken for the one that its name says, or that misses least', async () => {
  expect(await kindOf('nip,starts_on')).toMatch(/^(leaves|reporting-lines)$/);
  expect(await kindOf('nip,indicator,value')).toBe('observations');
  expect(await kindOf('nip', 'targets-2026.csv')).toBe('targets');
});

it('a workbook is known by its header as well', async () => {
  const headers = ['NIP', 'Nama', 'Status', 'Unit', 'Jabatan', 'TMT'];
  const book = await writeXlsx({ sheets: [{ name: 'A', rows: [headers, headers, headers, headers] }] });
  await writeFile(join(folder, 'berkas.xlsx'), book);
  expect(await recogniseKind(join(folder, 'berkas.xlsx'))).toBe('employees');
});
