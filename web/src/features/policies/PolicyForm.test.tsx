import { renderToStaticMarkup } from 'react-dom/server';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { scoringPolicy } from '../../testing/fake-policies.js';
import { readMarkup } from '../../testing/read-markup.js';
import { NumberField } from './NumberField.js';
import { POLICY_FIELDS } from './policy-fields.js';
import { PolicyForm } from './PolicyForm.js';
import { SendState } from './SendState.js';
import { WeightTable, WeightSum } from './WeightTable.js';

const nothing = () => {};
const told = (field: string | null) => ({ field, message: 'Perbaiki ini.', messageEn: 'Mend this.' });

describe('PolicyForm', () => {
  it('shows the numbers of the copied version with a decimal comma', () => {
    const html = renderToStaticMarkup(
      <PolicyForm
        client={createQueryClient('http://127.0.0.1')}
        region="35.78"
        policy={scoringPolicy()}
        language="id"
        onDrafted={nothing}
      />,
    );
    expect(html).toContain('value="0,6"');
    expect(html).toContain('value="37,5"');
    expect(readMarkup(html)).toContain('Jumlah 100 · pas');
    expect(html).not.toContain('role="alert"');
  });
});

describe('NumberField', () => {
  const [field] = POLICY_FIELDS;
  const draw = (at: string) =>
    renderToStaticMarkup(
      <NumberField field={field!} value="70" told={told(at)} language="id" onChange={nothing} />,
    );
  it('has its refusal beside it, tied to it for those who hear it', () => {
    const html = draw('shares.results');
    expect(html).toContain('aria-invalid="true"');
    const [, id = ''] = /id="([^"]*told)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]* ${id}"`));
    expect(readMarkup(html)).toMatch(/Perbaiki ini\.$/);
  });
  it('says nothing about a refusal of another field', () => {
    expect(draw('cap')).not.toContain('Perbaiki ini.');
    expect(draw('cap')).toContain('aria-invalid="false"');
  });
});

describe('WeightTable', () => {
  const [set] = scoringPolicy().weightSets;
  const weights = { row: 0, role: 'LOKET', weights: set!.weights.map((weight, row) => ({ ...weight, row })) };
  const draw = (at: string) =>
    readMarkup(
      renderToStaticMarkup(
        <WeightTable weights={weights} told={told(at)} language="id" onChange={nothing} onRemove={nothing} />,
      ),
    );
  it('tells a refusal of the sum below it, and one of a weight in its row', () => {
    expect(draw('weightSets.LOKET')).toMatch(/Jumlah 100 · pas Perbaiki ini\./);
    expect(draw('weightSets.LOKET.ADM-03')).toMatch(/Perbaiki ini\. .*Jumlah 100 · pas/);
    expect(draw('weightSets.LURAH')).not.toContain('Perbaiki ini.');
  });
});

describe('WeightSum', () => {
  it.each([
    [['37,5', '62,5'], 'Jumlah 100 · pas'],
    [['37,5', '62,4'], 'Jumlah 99,9 · harus 100'],
    [['37,5', ''], 'Jumlah … · ada angka yang belum terbaca'],
  ])('of %s reads "%s"', (typed, text) => {
    expect(readMarkup(renderToStaticMarkup(<WeightSum typed={typed} language="id" />))).toBe(text);
  });
});

describe('SendState', () => {
  const draw = (progress: Parameters<typeof SendState>[0]['progress'], saidElsewhere = false) =>
    readMarkup(
      renderToStaticMarkup(<SendState progress={progress} saidElsewhere={saidElsewhere} language="en" />),
    );
  it('tells a refusal that no field has, and only that', () => {
    expect(draw({ kind: 'TOLD', told: told(null) })).toBe('Mend this.');
    expect(draw({ kind: 'TOLD', told: told('cap') }, true)).toBe('');
  });
  it('says that nothing is lost and that sending again is safe', () => {
    expect(draw({ kind: 'UNREACHABLE' })).toContain('It will not be recorded twice.');
    expect(draw({ kind: 'FAILED', message: 'Ada yang salah.', report: 'c-17', code: null })).toContain(
      'c-17',
    );
    expect(draw({ kind: 'SENDING' })).toBe('');
  });
});
