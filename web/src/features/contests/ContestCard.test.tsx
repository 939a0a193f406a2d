import { renderToStaticMarkup } from 'react-dom/server';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { AUTHORITY, openContest } from '../../testing/fake-verdicts.js';
import { readMarkup } from '../../testing/read-markup.js';
import type { Language } from '../../lib/text/language.js';
import { ContestCard } from './ContestCard.js';

function draw(
  contest = openContest(),
  authority: typeof AUTHORITY | null = AUTHORITY,
  language: Language = 'id',
  speaker: string | null = AUTHORITY.id,
): string {
  return renderToStaticMarkup(
    <ContestCard
      client={createQueryClient('http://127.0.0.1')}
      region="35.78"
      contest={contest}
      authority={authority}
      speaker={speaker}
      language={language}
      onRuled={() => {}}
    />,
  );
}
const RULING = {
  decision: 'AMENDED',
  value: '12.5',
  note: 'Berita acara mendukung.',
  ruledAt: '2026-12-01T02:00:00Z',
  ruledBy: AUTHORITY,
  replacement: null,
} as const;
const AMENDED = openContest({ state: 'AMENDED', ifUpheld: null, ruling: RULING });

describe('ContestCard', () => {
  it('says what is objected to and why, by when it is ruled on, and what that would change', () => {
    const text = readMarkup(draw());
    expect(text).toMatch(
      /^ADM-03 Waktu tunggu loket \(median\) menunggu putusan Pengamatan 17 November 2026, 09\.12 WIB · 34 menit Alasan Pada 17 November/,
    );
    expect(text).toContain('Bukti Surat tugas 094/411/2026, ada di Sekretariat Saksi: Bambang Santoso');
    expect(text).toContain('Paling lambat diputus 14 Desember 2026 Bila dikabulkan 93,52 poin (+1,07)');
    expect(text).not.toContain('sudah lewat');
  });
  it('tells everybody else who rules on it', () => {
    const text = readMarkup(draw(openContest(), AUTHORITY, 'id', null));
    expect(text).toMatch(/Diputus oleh Drs\. Hadi Prasetyo, M\.Si\., atasan pejabat penilai\.$/);
    expect(text).not.toContain('Putuskan');
  });
  it('offers the ruling to whoever has the say, by name', () => {
    expect(readMarkup(draw())).toMatch(/Putuskan Drs\. Hadi Prasetyo, M\.Si\., atasan pejabat penilai$/);
    expect(readMarkup(draw(openContest(), null))).toMatch(/BKPSDM dapat mencatatnya\.$/);
    expect(draw(openContest(), null)).not.toContain('<button');
  });
  it('says so where the day for the ruling is over', () => {
    expect(readMarkup(draw(openContest({ overdue: true })))).toContain(
      '14 Desember 2026 Tenggat ini sudah lewat; BKPSDM dapat membantu menindaklanjuti.',
    );
  });
  it('says that there would still be too little data, and where there is no evidence', () => {
    const text = readMarkup(
      draw(openContest({ evidence: [], ifUpheld: { value: null, delta: null, proposal: null } })),
    );
    expect(text).toContain('Bukti tidak ada Diajukan');
    expect(text).toContain('Bila dikabulkan belum cukup data');
  });
  it('gives the ruling with its grounds, by whom, and the value that counts since; nothing more can be done', () => {
    const html = draw(AMENDED);
    expect(readMarkup(html)).toMatch(
      /Putusan Berita acara mendukung\. Nilai pengamatan menjadi 12,5 menit \. oleh Drs\. Hadi Prasetyo, M\.Si\., pada 1 Desember 2026, 09\.00 WIB$/,
    );
    expect(readMarkup(html)).toContain('dikabulkan: nilai diperbaiki');
    expect(readMarkup(html)).not.toContain('Paling lambat diputus');
    expect(html).not.toContain('<button');
  });
  it('says a behaviour in a word', () => {
    const { observation } = openContest();
    const indicator = { ...observation.indicator, kind: 'BEHAVIOUR', measureUnit: 'skala' } as const;
    const contest = openContest({ observation: { ...observation, value: '-1', indicator } });
    expect(readMarkup(draw(contest))).toContain('09.12 WIB · di bawah ekspektasi Alasan');
  });
  it('speaks English where that is asked for', () => {
    expect(readMarkup(draw(openContest(), AUTHORITY, 'en'))).toContain(
      'Ruling due by 14 December 2026 If upheld 93.52 points (+1.07)',
    );
  });
  it('shows what people wrote as text', () => {
    const hostile = '<script>alert(1)</script>';
    expect(draw(openContest({ reason: hostile, evidence: [hostile] }))).not.toContain('<script>');
  });
});
