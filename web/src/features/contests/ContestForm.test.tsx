import { renderToStaticMarkup } from 'react-dom/server';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { readMarkup } from '../../testing/read-markup.js';
import { ContestForm } from './ContestForm.js';
import { EvidenceLines, writtenLines } from './EvidenceLines.js';
import { LongText } from './LongText.js';

const nothing = () => {};

describe('ContestForm', () => {
  it('says in whose name the objection is made', () => {
    const html = renderToStaticMarkup(
      <ContestForm
        client={createQueryClient('http://127.0.0.1')}
        region="35.78"
        employee={{ id: 'e-1', name: 'Dewi Lestari, S.AP.' }}
        observationId="o-1"
        language="id"
        onContested={nothing}
        onCancel={nothing}
      />,
    );
    expect(readMarkup(html)).toContain('Atas nama: Dewi Lestari, S.AP. Kirim keberatan Batal');
  });
});

describe('LongText', () => {
  const told = { field: 'reason', message: 'Jelaskan keberatan Anda.', messageEn: 'Explain.' };
  function draw(value: string, field = 'reason'): string {
    return renderToStaticMarkup(
      <LongText
        field={field}
        label="Alasan"
        hint="Apa yang tidak sesuai?"
        shortest={20}
        value={value}
        told={told}
        language="id"
        onChange={nothing}
      />,
    );
  }
  it('counts what the server counts: characters without the spaces around them', () => {
    expect(readMarkup(draw('  Salah 👍 '))).toContain('7 dari 2.000 karakter, paling sedikit 20');
  });
  it('says a refusal of its field, tied to it, and that of no other', () => {
    const html = draw('Salah');
    const [, id = ''] = /<p class="told" role="alert" id="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]* ${id}" aria-invalid="true"`));
    expect(readMarkup(html)).toContain('Jelaskan keberatan Anda.');
    expect(draw('Salah', 'note')).not.toContain('Jelaskan');
  });
});

describe('EvidenceLines', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, row) => ({ row, text: `Bukti ${row}` }));
  const draw = (count: number) =>
    readMarkup(
      renderToStaticMarkup(
        <EvidenceLines lines={lines(count)} told={null} language="id" onChange={nothing} />,
      ),
    );
  it('takes ten lines and no more', () => {
    expect(draw(9)).toContain('Tambah bukti');
    expect(draw(10)).not.toContain('Tambah bukti');
  });
  it('leaves out the lines in which nothing is written', () => {
    expect(writtenLines([...lines(1), { row: 5, text: '  ' }])).toEqual(lines(1));
  });
});
