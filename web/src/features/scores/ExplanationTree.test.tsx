import { renderToStaticMarkup } from 'react-dom/server';
import { explanationNode, personExplanation } from '../../testing/explanations.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { readMarkup } from '../../testing/read-markup.js';
import type { Language } from '../../lib/text/language.js';
import { ExplanationTree } from './ExplanationTree.js';

const POINTS = { measureUnit: 'poin', measureUnitEn: 'points' };

function draw(nodes: readonly ReturnType<typeof explanationNode>[], language: Language = 'id'): string {
  return renderToStaticMarkup(
    <ExplanationTree nodes={nodes} policyVersion="2026-1" search="?region=35.78" language={language} />,
  );
}

/** The rows of what is drawn, each as it is read, without what lies below it. */
const rows = (html: string) =>
  [...html.matchAll(/class="row"[^>]*>(.*?)<\/(?:summary|div)>/g)].map(([, row = '']) => readMarkup(row));
const rowOf = (html: string, name: string) => rows(html).find((row) => row.startsWith(name)) ?? '';

describe('ExplanationTree', () => {
  it('says of each step its value, how it came about, and what it brings', () => {
    const html = draw(personExplanation().nodes);
    expect(rowOf(html, 'ADM-03')).toContain(
      'ADM-03 Waktu tunggu loket (median) 93,33 poin Realisasi 17 menit, target 15: 100 × (45 − 17) ÷ 30 ≈ 93,33 poin.',
    );
    expect(rowOf(html, 'ADM-03')).toMatch(/menyumbang \d\d,\d\d poin/);
    expect(rowOf(html, 'Pengamatan 18')).toContain('menyumbang 0,42 menit');
  });

  it('has a row for each node, and stands open down to what the figure is made of', () => {
    const { nodes } = personExplanation();
    const html = draw(nodes);
    expect(rows(html)).toHaveLength(nodes.length);
    const opened = [...html.matchAll(/<details( open="")?><summary[^>]*>.*?row-name">([^<]*)/g)];
    const isOpen = Object.fromEntries(opened.map(([, open, name]) => [name, open !== undefined]));
    expect(isOpen).toMatchObject({
      'Nilai kinerja': true,
      'Hasil kerja': true,
      'Perilaku kerja': true,
      'ADM-03 Waktu tunggu loket (median)': false,
      Realisasi: false,
    });
  });

  it('sets the contributions of siblings end to end', () => {
    const html = draw([
      explanationNode({ id: 'a', value: '100', ...POINTS }),
      explanationNode({ id: 'b', parentId: 'a', contribution: '75' }),
      explanationNode({ id: 'c', parentId: 'a', contribution: '25' }),
      explanationNode({ id: 'd', parentId: 'a', contribution: null }),
    ]);
    expect(
      [...html.matchAll(/class="share-here" x="([\d.]+)" width="([\d.]+)"/g)].map(([, ...xw]) => xw),
    ).toEqual([
      ['0', '75'],
      ['75', '25'],
    ]);
    expect(html.match(/menyumbang/g)).toHaveLength(2);
  });

  it('says where there is not enough data, and shows no zero for it', () => {
    const row = rowOf(draw(personExplanation().nodes), 'KMP-01');
    expect(row).toContain('KMP-01 Jam pelatihan belum cukup data');
    expect(row.replace('KMP-01', '')).not.toMatch(/\d/);
  });

  it('marks the very observation that is contested, and no other', () => {
    const html = draw(personExplanation().nodes);
    expect(rows(html).filter((row) => row.includes('ada keberatan '))).toEqual([
      rowOf(html, 'Pengamatan 17'),
    ]);
  });

  it('opens from the number of a rule what it does here, with its figures', () => {
    const html = draw([
      explanationNode({
        terms: [
          { name: 'batas bawah', nameEn: 'floor', value: '45', measureUnit: 'menit' },
          { name: 'bobot', nameEn: 'weight', value: '15', measureUnit: null },
        ],
      }),
    ]);
    const [, target] = /popoverTarget="([^"]+)"/i.exec(html) ?? [];
    const meaning = html.slice(html.indexOf(`id="${target}"`), html.indexOf('class="row"'));
    expect(readMarkup(`<${meaning}`)).toContain('Aturan AT2 Waktu tunggu loket (median) Realisasi 17 menit');
    expect(readMarkup(`<${meaning}`)).toContain(
      'batas bawah 45 menit bobot 15 Aturan penilaian 2026-1 Tutup',
    );
  });

  it('leads on to a unit below, at the same moment of the same region', () => {
    const [one, two] = [fakeUnitId(1), fakeUnitId(2)];
    const html = draw([
      explanationNode({ id: 'unit', kind: 'UNIT', name: 'Kecamatan' }),
      explanationNode({ id: `unit/${one}`, parentId: 'unit', kind: 'UNIT', name: 'Kalisari' }),
      explanationNode({ id: `unit/${two}`, parentId: 'unit', kind: 'UNIT', name: 'Kalijudan' }),
      explanationNode({ id: `unit/${two}/people`, parentId: `unit/${two}`, kind: 'PEOPLE' }),
    ]);
    expect([...html.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, ...link]) => link)).toEqual([
      [`/scores/unit/${one}?region=35.78`, 'Kalisari'],
      // Within a row that opens a link would be a button in a button: it stands first below.
      [`/scores/unit/${two}?region=35.78`, 'Buka halaman unit ini'],
    ]);
  });

  it('speaks English where that is asked for', () => {
    const html = draw(personExplanation().nodes, 'en');
    expect(rowOf(html, 'Work result')).toMatch(/^Work result 94\.45 points The weighted mean/);
    expect(rowOf(html, 'KMP-01')).toContain('not enough data yet');
  });

  it('shows text from the data as text', () => {
    const hostile = '<script>alert(1)</script>';
    expect(draw([explanationNode({ name: hostile, sentence: hostile })])).not.toContain('<script>');
  });
});
