import { mkdirSync, writeFileSync } from 'node:fs';
import { minutesOf, type MinutesSource } from '../../../domain/forum/minutes.js';
import { minutesDocument } from './minutes-document.js';
import type { MinutesPaper } from './minutes-paper.js';
import { writePdf } from './write-pdf.js';

const UNIT = 'Kelurahan Kalijudan';
const promise = { owner: UNIT, ownerRole: 'Kasi Pembangunan', dueOn: '2026-12-01' };
const said = (
  change: Partial<MinutesSource['outcomes'][number]> = {},
): MinutesSource['outcomes'][number] => ({
  ...{ id: 'a', kind: 'ISSUE', text: 'Antrean loket pagi terlalu lama', itemId: null, unitName: null },
  ...{ revision: 1, withdrawn: false, amends: false, promise: null },
  ...change,
});

const paper = (change: Partial<MinutesPaper> = {}, outcomes = SAID): MinutesPaper => ({
  sessionId: '0198c1a0-0000-7000-8000-000000000002',
  regionName: 'Kota Surabaya',
  minutes: minutesOf({
    series: { name: 'Forum Warga RW 3', kind: 'FORUM_WARGA' },
    session: {
      ...{ title: 'Pertemuan November', place: 'Balai RW 3', heldOn: '2026-11-24', startsAt: '19:00' },
      ...{ quorum: 10, attendance: { MEN: 14, WOMEN: 17, ELDERLY: 6, OFFICIALS: 3 } },
      agenda: [
        { id: 'l', kind: 'COMMITMENTS', title: 'Janji pertemuan lalu', minutes: 15 },
        { id: 'k', kind: 'TOPIC', title: 'Lama urus KK', minutes: 20 },
      ].map((item) => ({ ...(item as { kind: 'TOPIC' }), ...item, startedAt: null, endedAt: null }) as never),
      ...{ openedAt: '2026-11-24T12:02:00.000Z', closedAt: '2026-11-24T14:10:00.000Z' },
    },
    host: UNIT,
    concerned: ['Kelurahan Kalisari'],
    outcomes,
    lastCommitments: [
      ...[
        { text: 'Loket dibuka pukul 07.30', owner: UNIT, dueOn: '2026-11-10', settledOn: '2026-11-09' },
      ].map((one) => ({ ...one, state: 'DONE' as const })),
      { text: 'Selokan RT 2 dikeruk', owner: UNIT, dueOn: '2026-11-17', state: 'STARTED', settledOn: null },
    ],
  }),
  signatures: [],
  version: null,
  sha256: '0123456789abcdef'.repeat(4),
  ...change,
});
const SAID = [
  said(),
  said({ kind: 'DECISION', text: 'Kerja bakti tiap Minggu pertama', unitName: 'Kelurahan Kalisari' }),
  said({ kind: 'COMMITMENT', text: 'Lampu jalan RW 3 menyala', promise }),
  said({ kind: 'PRAISE', text: 'Petugas loket ramah' }),
  said({ text: 'Dicabut warga', withdrawn: true }),
];
const SIGNED: Partial<MinutesPaper> = {
  version: 2,
  signatures: (['CITIZEN', 'CITIZEN', 'OFFICER', 'FACILITATOR'] as const).map((role, n) => ({
    role,
    name: n === 1 ? null : `Penandatangan ${n + 1}`,
    strokes: n === 1 ? [] : [[100, 600, 300, 200, 450, 700, 600, 300, 900, 650]],
  })),
};
const wordsOf = (of: MinutesPaper) => JSON.stringify(minutesDocument(of));
/** Where a developer wants to look at the papers. */
const folder = process.env['PANTAU_PAPERS'];
const keep = (name: string, bytes: Buffer) => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.pdf`, bytes);
};

it('a paper says where, when, who came, what was promised before and what was agreed', () => {
  const words = wordsOf(paper());
  for (const word of [
    'PEMERINTAH KOTA SURABAYA',
    'KELURAHAN KALIJUDAN',
    'Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu dua puluh enam, pukul 19.02 sampai 21.10 WIB',
    'bersama Kelurahan Kalisari',
    'Hadir 31 orang. Kuorum 10 orang: terpenuhi.',
    'Sedang dikerjakan, lewat tenggat',
    'Kerja bakti tiap Minggu pertama (Kelurahan Kalisari)',
    'Kelurahan Kalijudan, Kasi Pembangunan',
    '1 Desember 2026',
    '0123456789ab',
  ]) {
    expect(words).toContain(word);
  }
  expect(words).not.toContain('Dicabut warga');
});

it('a draft says across it that it is one; a signed paper does not', () => {
  expect(minutesDocument(paper()).watermark).toMatchObject({ text: 'DRAF' });
  expect(minutesDocument(paper(SIGNED)).watermark).toBeUndefined();
  expect(wordsOf(paper())).toContain('Belum ditandatangani.');
});

it('what was added after the signing stands apart from what was signed', () => {
  const late = said({ kind: 'QUESTION', text: 'Kapan posyandu pindah?', amends: true });
  const words = wordsOf(paper(SIGNED, [...SAID, late]));
  expect(words.indexOf('Kapan posyandu pindah?')).toBeGreaterThan(
    words.indexOf('Perubahan setelah ditandatangani'),
  );
  expect(words).not.toContain('"Pertanyaan"');
});

it('a name whose time is over is not on the paper, and its place says so', () => {
  expect(wordsOf(paper(SIGNED))).toContain('(nama tidak disimpan lagi)');
});

it('a paper becomes a PDF, with 500 outcomes too', async () => {
  const late = said({ kind: 'QUESTION', text: 'Kapan posyandu pindah?', amends: true });
  keep('draft', await writePdf(paper()));
  keep('signed', await writePdf(paper(SIGNED, [...SAID, late])));
  const many = Array.from({ length: 500 }, (_, n) =>
    said({
      ...(n % 3 === 0 ? { kind: 'COMMITMENT', promise } : {}),
      text: `${n} ${'Air menggenang di depan gang. '.repeat(12)}`,
    }),
  );
  const bytes = await writePdf(paper(SIGNED, many));
  keep('many', bytes);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

const pagesIn = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\b/g)!.length;

it('nothing is left out where what is said is long', async () => {
  const long = (text: string) => said({ kind: 'COMMITMENT', promise, text });
  const [words, lines] = [
    'Saluran dikeruk bersama warga. '.repeat(32),
    Array(200).fill('Saluran').join('\n'),
  ];
  const [few, many] = [
    await writePdf(paper(SIGNED, [long(words)])),
    await writePdf(
      paper(SIGNED, [...Array(6).fill(long(words)), long(lines), ...Array(5).fill(said({ text: words }))]),
    ),
  ];
  keep('long', many);
  // Eleven more such texts, and one of 200 lines, are eight pages at least.
  expect(pagesIn(many) - pagesIn(few)).toBeGreaterThanOrEqual(8);
});

it('words that look like a file or an address stay words', async () => {
  const bytes = await writePdf(
    paper({}, [said({ text: '/etc/passwd http://127.0.0.1:9/x.png {"image":"a"}' })]),
  );
  expect(bytes.length).toBeGreaterThan(1_000);
});
