import { wallUnit } from '../../testing/wall-messages.js';
import { wallPages } from './wall-pages.js';

const root = wallUnit({ id: 'root', kind: 'KECAMATAN', parentId: null });
const many = (kind: 'KELURAHAN' | 'SECTION', count: number) =>
  Array.from({ length: count }, (_, n) => wallUnit({ id: `${kind} ${n}`, kind, parentId: 'root' }));

describe('wallPages', () => {
  it('takes the root out, puts kelurahan first and office units on pages of their own, in their order', () => {
    const secretariat = wallUnit({ id: 'secretariat', kind: 'SECRETARIAT', parentId: 'root' });
    const { root: found, pages } = wallPages([
      root,
      secretariat,
      ...many('SECTION', 2),
      ...many('KELURAHAN', 6),
    ]);
    expect(found).toBe(root);
    expect(pages.map((page) => [page.kind, page.units.map((unit) => unit.id)])).toEqual([
      ['KELURAHAN', [0, 1, 2, 3, 4, 5].map((n) => `KELURAHAN ${n}`)],
      ['OFFICE', ['secretariat', 'SECTION 0', 'SECTION 1']],
    ]);
  });
  it('makes more pages, never more than six tiles', () => {
    const { pages } = wallPages([root, ...many('KELURAHAN', 13)]);
    expect(pages.map((page) => page.units.length)).toEqual([6, 6, 1]);
  });
  it('has no page without units', () => {
    expect(wallPages([])).toEqual({ root: null, pages: [] });
  });
});
