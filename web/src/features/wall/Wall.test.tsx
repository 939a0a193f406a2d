import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../lib/text/language.js';
import {
  change,
  happening,
  heartbeat,
  snapshot,
  wallPromise,
  wallUnit,
} from '../../testing/wall-messages.js';
import { EMPTY_WALL, hear, type WallMessage } from './wall-state.js';
import { Wall } from './Wall.js';
import type { WallView } from './wall-feed.js';

const root = wallUnit({
  id: 'mulyorejo',
  name: 'Kecamatan Mulyorejo',
  kind: 'KECAMATAN',
  parentId: null,
  order: 0,
});

/** The wall as HTML after these messages, `later` ms after the last one. */
function draw(
  messages: readonly WallMessage[],
  { later = 0, language = 'id', ...view }: Partial<WallView> & { later?: number; language?: Language } = {},
): string {
  const at = { wall: 0, steady: 0 };
  const wall = messages.reduce((state, message) => hear(state, message, at), EMPTY_WALL);
  return renderToStaticMarkup(
    <Wall
      view={{ held: wall, connection: 'OPEN', problem: null, ...view }}
      now={{ wall: later, steady: later }}
      layout="WALL"
      language={language}
    />,
  );
}
/** What is read on it, without the markup. */
const read = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('Wall', () => {
  it('names each tile for those who hear it, and the whole office in the heading', () => {
    const html = draw([
      snapshot({
        at: '2026-11-24T02:45:10.000Z',
        units: [root, wallUnit({ state: 'ON_TARGET', changedAt: '2026-11-24T02:42:10.000Z' })],
      }),
    ]);
    expect(html).toContain('aria-label="Kalijudan, 82,4, sesuai, data 3 menit lalu"');
    expect(html).toContain('<h1>Kecamatan Mulyorejo</h1>');
    expect(read(html)).toContain('Sesuai On target');
    expect(read(html)).toContain('data 87 % 214 pengamatan');
    expect(read(html)).toContain('09.45 WIB');
    expect(read(html)).toContain('Triwulan IV 2026');
  });

  it('shows no figure where there is not enough data', () => {
    const html = draw([
      snapshot({
        units: [root, wallUnit({ value: null, state: 'NOT_ENOUGH_DATA', coverage: '0.41', changedAt: null })],
      }),
    ]);
    expect(html).toContain('aria-label="Kalijudan, data belum cukup"');
    expect(read(html)).toContain('– Data belum cukup Not enough data data 41 %');
  });

  it('shows no figure of a group so small that each could be guessed', () => {
    const html = draw([
      snapshot({ units: [root, wallUnit({ value: null, state: 'TOO_FEW_PEOPLE', changedAt: null })] }),
    ]);
    expect(html).toContain('aria-label="Kalijudan, kelompok terlalu kecil"');
    expect(read(html)).toContain('– Kelompok terlalu kecil Too few people data 87 %');
  });

  it('leads from each figure to its explanation, of this region and period, in this language', () => {
    const links = (html: string) =>
      [...html.matchAll(/<a class="figure-link" href="([^"]+)" aria-label="([^"]+)"/g)].map(
        ([, ...link]) => link,
      );
    const units = [root, wallUnit(), wallUnit({ id: 'kalisari', name: 'Kalisari', order: 2, value: null })];
    expect(links(draw([snapshot({ units })]))).toEqual([
      [
        '/scores/unit/mulyorejo?region=35.78&amp;period=2026-Q4',
        '82,4, penjelasan nilai Kecamatan Mulyorejo',
      ],
      ['/scores/unit/kalijudan?region=35.78&amp;period=2026-Q4', '82,4, penjelasan nilai Kalijudan'],
      ['/scores/unit/kalisari?region=35.78&amp;period=2026-Q4', 'penjelasan nilai Kalisari'],
    ]);
    expect(links(draw([snapshot({ units: [wallUnit()] })], { language: 'en' }))).toEqual([
      [
        '/scores/unit/kalijudan?region=35.78&amp;period=2026-Q4&amp;lang=en',
        '82.4, how the score of Kalijudan came about',
      ],
    ]);
    expect(links(draw([snapshot({ units, period: null })]))).toEqual([]);
  });

  it('lets nobody reach the tiles of a page that is not shown', () => {
    const office = wallUnit({ id: 'keuangan', kind: 'SECRETARIAT', order: 9 });
    const html = draw([snapshot({ units: [root, wallUnit(), office] })]);
    expect(
      [...html.matchAll(/<section class="(page[^"]*)"( inert="")?/g)].map(([, ...page]) => page),
    ).toEqual([
      ['page page-shown', undefined],
      ['page', ' inert=""'],
    ]);
  });

  it('keeps the order of the office, whatever the scores', () => {
    const units = ['70', '110', '95'].map((value, n) =>
      wallUnit({ id: `u${n}`, name: `Unit ${n}`, order: n + 1, value }),
    );
    const html = draw([snapshot({ units: [root, ...units] })]);
    expect([...html.matchAll(/aria-label="(Unit \d)/g)].map(([, name]) => name)).toEqual([
      'Unit 0',
      'Unit 1',
      'Unit 2',
    ]);
  });

  it('shows how far a unit moved, and why', () => {
    const html = draw([
      snapshot({ units: [root, wallUnit()] }),
      change({ units: [wallUnit({ value: '82.61' })], happening: happening() }),
    ]);
    expect(read(html)).toContain('+0,21');
    expect(read(html)).toContain('09.42 Kalijudan +0,21: waktu tunggu loket (median) tercatat 14 menit');
  });

  it('marks an update for six seconds, once', () => {
    const messages = [
      snapshot({ units: [root, wallUnit()] }),
      change({ units: [wallUnit({ value: '83' })] }),
    ];
    const pulses = (later: number) => draw(messages, { later }).match(/class="pulse"/g)?.length ?? 0;
    expect([0, 5_900, 6_000].map(pulses)).toEqual([1, 1, 0]);
  });

  it('shows what was promised in forums on a page of its own: what, whose, by when, how far', () => {
    const late = wallPromise({ id: 'late', text: 'Saluran RW 5', dueOn: '2026-11-20', late: true });
    const html = draw([snapshot({ units: [root, wallUnit()], commitments: [wallPromise(), late] })]);
    expect(html).toContain('data-page="PROMISES"');
    expect(read(html)).toContain(
      'Janji forum Promises made in forums Terlambat Late Saluran RW 5 Kelurahan Kalijudan Batasnya 20 November 2026 ' +
        'Dijanjikan Promised Lampu jalan RW 3 diperbaiki Kelurahan Kalijudan Sampai 8 Desember 2026',
    );
    expect(draw([snapshot({ units: [root, wallUnit()] })])).not.toContain('PROMISES');
  });

  it('marks a promise that was just spoken, and no other', () => {
    const messages = [
      snapshot({ units: [root], commitments: [wallPromise()] }),
      change({ commitment: wallPromise({ id: 'new', text: 'Loket sore' }) }),
    ];
    const pulses = (later: number) => draw(messages, { later }).match(/class="pulse"/g)?.length ?? 0;
    expect([0, 5_900, 6_000].map(pulses)).toEqual([1, 1, 0]);
  });

  it('says that data is invented where it is, and only there', () => {
    expect(draw([snapshot({ demo: true })])).toContain('DATA CONTOH');
    expect(draw([snapshot({ demo: false })])).not.toContain('DATA CONTOH');
  });

  it.each([
    [0, 'OPEN', 'LANGSUNG LIVE'],
    [4_000, 'OPEN', 'MENYAMBUNG 4 dtk'],
    [1_000, 'WAITING', 'MENYAMBUNG 1 dtk'],
    [6_000, 'OPEN', 'TERTUNDA sejak 09.42.10'],
    [61_000, 'WAITING', 'Angka terakhir 09.42.10. Sambungan ke server terputus.'],
    [61_000, 'OPEN', 'Angka terakhir 09.42.10. Server belum mengirim kabar baru.'],
    [61_000, 'DENIED', 'Angka terakhir 09.42.10. Akses layar ini dicabut.'],
    [16 * 60_000, 'WAITING', 'DATA LAMA sejak 09.42.10'],
    [24 * 3_600_000, 'WAITING', 'DATA LAMA sejak 24 Nov 09.42'],
    [1_000, 'DENIED', 'AKSES DICABUT'],
  ] as const)(
    '%d ms after the last word, %s: "%s", with the figures still there',
    (later, connection, text) => {
      const html = draw([snapshot({ units: [root, wallUnit()] }), heartbeat()], { later, connection });
      expect(read(html)).toContain(text);
      expect(html).toContain('Kalijudan, 82,4');
    },
  );

  it('tells the time and the ages by the server, not by the clock of the screen', () => {
    const html = draw([snapshot({ at: '2026-11-24T02:42:10Z', units: [root, wallUnit()] })], {
      later: 3 * 60_000,
    });
    expect(read(html)).toContain('09.45 WIB');
    expect(html).toContain('data 3 menit lalu');
  });

  it('waits visibly before the first word, with the reason if there is one', () => {
    const html = draw([], { connection: 'CONNECTING', problem: 'Wilayah tidak dikenal' });
    expect(read(html)).toContain('Menunggu data dari server');
    expect(read(html)).toContain('Wilayah tidak dikenal');
    expect(read(html)).toContain('MENYAMBUNG');
  });

  it('speaks English when asked, with the same figures', () => {
    const html = draw([snapshot({ units: [root, wallUnit()], happenings: [happening()] })], {
      language: 'en',
    });
    expect(html).toContain('aria-label="Kalijudan, 82.4, needs support, data just now"');
    expect(read(html)).toContain('Needs support Perlu pendampingan');
    expect(read(html)).toContain('LIVE LANGSUNG');
    expect(read(html)).toContain('waiting time at the counter');
  });

  it('shows text from the data as text', () => {
    const html = draw([snapshot({ units: [root, wallUnit({ name: '<script>alert(1)</script>' })] })]);
    expect(html).not.toContain('<script>');
  });
});
