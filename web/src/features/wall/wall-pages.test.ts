import { wallPromise, wallUnit } from '../../testing/wall-messages.js';
import { wallPages, type PromisesPage, type WallPage } from './wall-pages.js';

const root = wallUnit({ id: 'root', kind: 'KECAMATAN', parentId: null });
const many = (kind: 'KELURAHAN' | 'SECTION', count: number) =>
  Array.from({ length: count }, (_, n) => wallUnit({ id: `${kind} ${n}`, kind, parentId: 'root' }));
const ids = (page: WallPage) => (page.kind === 'PROMISES' ? page.promises : page.units).map(({ id }) => id);
const promised = (count: number, of: Parameters<typeof wallPromise>[0] = {}) =>
  Array.from({ length: count }, (_, n) =>
    wallPromise({ id: `${of.settledOn === undefined ? 'open' : 'settled'} ${n}`, ...of }),
  );
const promisesOf = (...given: [Parameters<typeof wallPages>[1], (string | null)?]) =>
  wallPages([], given[0], given[1] ?? null).pages as readonly PromisesPage[];

describe('wallPages', () => {
  it('takes the root out, puts kelurahan first and office units on pages of their own, in their order', () => {
    const secretariat = wallUnit({ id: 'secretariat', kind: 'SECRETARIAT', parentId: 'root' });
    const { root: found, pages } = wallPages(
      [root, secretariat, ...many('SECTION', 2), ...many('KELURAHAN', 6)],
      [],
      null,
    );
    expect(found).toBe(root);
    expect(pages.map((page) => [page.kind, ids(page)])).toEqual([
      ['KELURAHAN', [0, 1, 2, 3, 4, 5].map((n) => `KELURAHAN ${n}`)],
      ['OFFICE', ['secretariat', 'SECTION 0', 'SECTION 1']],
    ]);
  });
  it('makes more pages, never more than six tiles', () => {
    const { pages } = wallPages([root, ...many('KELURAHAN', 13)], promised(7), null);
    expect(pages.map((page) => [page.kind, ids(page).length])).toEqual([
      ['KELURAHAN', 6],
      ['KELURAHAN', 6],
      ['KELURAHAN', 1],
      ['PROMISES', 6],
      ['PROMISES', 1],
    ]);
  });
  it('has no page without units and without promises', () => {
    expect(wallPages([], [], null)).toEqual({ root: null, pages: [] });
  });
  it('gives promises two pages at most, says where there are more, and keeps places for what was settled', () => {
    const settled = promised(5, { state: 'DONE', settledOn: '2026-11-20' });
    const pages = promisesOf([...promised(20), ...settled]);
    expect(pages.map(({ more }) => more)).toEqual([false, true]);
    expect(pages.flatMap(ids)).toEqual([
      ...Array.from({ length: 9 }, (_, n) => `open ${n}`),
      'settled 0',
      'settled 1',
      'settled 2',
    ]);
    expect(promisesOf([...promised(4), ...settled]).flatMap(ids)).toHaveLength(9);
    expect(promisesOf(promised(20)).flatMap(ids)).toHaveLength(12);
  });
  it('always shows the promise that moved last, however late its day is', () => {
    const pages = promisesOf(promised(20), 'open 19');
    expect(pages.flatMap(ids).slice(-2)).toEqual(['open 10', 'open 19']);
    expect(promisesOf(promised(12)).at(-1)!.more).toBe(false);
  });
});
