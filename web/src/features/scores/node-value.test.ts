import type { ExplanationTree_NodeFragment } from '@pantau/schema';
import { explanationNode } from '../../testing/explanations.js';
import { formatAmount, nodeValue } from './node-value.js';

function valueOf(
  node: Partial<ExplanationTree_NodeFragment>,
  parentKind: ExplanationTree_NodeFragment['kind'] = 'REALISATION',
) {
  const parent = explanationNode({ kind: parentKind });
  return nodeValue({ node: explanationNode(node), parent, depth: 1, children: [] }, 'id');
}

describe('the value of a node', () => {
  it('has two places where it is in points, and those it needs in other units', () => {
    const points = { measureUnit: 'poin', measureUnitEn: 'points' };
    expect(valueOf({ value: '100', ...points })).toEqual({ kind: 'FIGURE', figure: '100,00', unit: 'poin' });
    expect(valueOf({ value: '93.333333', ...points })).toMatchObject({ figure: '93,33' });
    expect(valueOf({ value: '17', measureUnit: 'menit' })).toEqual({
      kind: 'FIGURE',
      figure: '17',
      unit: 'menit',
    });
    expect(formatAmount('2.605', 'menit', 'en')).toBe('2.61');
  });
  it('is a share in percent where it says how much data there is', () => {
    expect(valueOf({ kind: 'COVERAGE', value: '0.85' })).toEqual({
      kind: 'FIGURE',
      figure: '85\u00a0%',
      unit: '',
    });
    expect(valueOf({ kind: 'COVERAGE', value: '85', measureUnit: '%' })).toMatchObject({
      figure: '85',
      unit: '%',
    });
  });
  it('is a word where a behaviour was observed: a zero would belittle what is as it should be', () => {
    const seen = (value: string) => valueOf({ kind: 'OBSERVATION', value }, 'CORE_VALUE');
    expect(seen('0')).toEqual({ kind: 'WORD', word: 'sesuai ekspektasi' });
    expect(seen('1')).toEqual({ kind: 'WORD', word: 'di atas ekspektasi' });
    expect(seen('-1')).toEqual({ kind: 'WORD', word: 'di bawah ekspektasi' });
    expect(valueOf({ kind: 'OBSERVATION', value: '0' })).toMatchObject({ kind: 'FIGURE', figure: '0' });
    expect(valueOf({ kind: 'INDICATOR', value: '0' }, 'CORE_VALUE')).toMatchObject({ kind: 'FIGURE' });
  });
  it.each([
    'SCORE',
    'WORK_RESULT',
    'BEHAVIOUR',
    'INDICATOR',
    'CORE_VALUE',
    'REALISATION',
    'UNIT',
    'PEOPLE',
  ] as const)('is never a zero while a %s has too little data', (kind) => {
    expect(valueOf({ kind })).toEqual({ kind: 'LACKING', why: 'belum cukup data' });
  });
  it.each([
    ['UNIT', 'EX5'],
    ['SCORE', 'UR8'],
  ] as const)('is said to be kept back where that protects the people of a %s (%s)', (kind, ruleId) => {
    expect(valueOf({ kind, ruleId })).toEqual({ kind: 'LACKING', why: 'tidak ditampilkan' });
  });
  it.each(['EVIDENCE', 'PREDICATE', 'OTHER_OBSERVATIONS', 'TARGET'] as const)(
    'is not missed of a %s, which tells in words',
    (kind) => {
      expect(valueOf({ kind })).toEqual({ kind: 'NONE' });
    },
  );
});
