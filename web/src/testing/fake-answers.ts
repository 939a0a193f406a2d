import type {
  ExplainScoreQuery,
  ExplainScoreQueryVariables,
  ExplainUnitScoreQuery,
  ExplainUnitScoreQueryVariables,
  PeopleList_EmployeeFragment,
  UnitPeopleQuery,
  UnitPeopleQueryVariables,
  WallTile_UnitFragment,
} from '@pantau/schema';
import { explanationNode, personExplanation, unitExplanation, unitRoot } from './explanations.js';
import { fakePersonId, fakeUnitId } from './fake-ids.js';
import { fakePolicies, type FakePolicies } from './fake-policies.js';
import { fakeVerdicts, type FakeVerdicts } from './fake-verdicts.js';

/** A person of whom there is too little data. */
export const BARELY_SEEN = fakePersonId(3);

/** Until then the waiting time at the counter was known with a mistake that was corrected later. */
export const CORRECTED_AT = '2026-11-21T09:00:00Z';

/** The kecamatan has more people than fit one page. */
const PEOPLE_OF_ALL = 104;
const PEOPLE_OF_ONE = 10;
const PAGE = 100;

const FIRST = [
  'Siti',
  'Bambang',
  'Nur',
  'Agus',
  'Ratna',
  'Moch.',
  'Yuliana',
  'Hadi',
  'Sri',
  'Fajar',
  'Mei Ling',
];
const LAST = [
  'Wahyuni',
  'Santoso',
  'Hidayat',
  'Prasetyo',
  'Kusuma',
  'Rahmawati',
  'Halim',
  'Setiawan',
  'Maulana',
];
const POSITIONS = ['Lurah', 'Petugas Loket', 'Operator Data', 'Pendamping RW', 'Kasi Pemerintahan'];

/** The people of the invented office in the order in which they were added. */
export function fakePeople(count: number): readonly PeopleList_EmployeeFragment[] {
  return Array.from({ length: count }, (_, n) => ({
    id: fakePersonId(n + 1),
    name: n === 0 ? 'Dewi Lestari, S.AP.' : `${FIRST[n % FIRST.length]} ${LAST[(n * 5) % LAST.length]}`,
    position: POSITIONS[(n + 1) % POSITIONS.length]!,
  }));
}

interface FakeAnswers extends FakePolicies, FakeVerdicts {
  readonly explainScore: (asked: ExplainScoreQueryVariables) => ExplainScoreQuery['explainScore'];
  readonly explainUnitScore: (
    asked: ExplainUnitScoreQueryVariables,
  ) => ExplainUnitScoreQuery['explainUnitScore'];
  readonly employees: (asked: UnitPeopleQueryVariables) => UnitPeopleQuery['employees'];
}

/** What the server answers about the invented office as it stands: the roots of its queries. */
export function fakeAnswers(units: ReadonlyMap<string, WallTile_UnitFragment>): FakeAnswers {
  const verdicts = fakeVerdicts();
  return {
    explainScore({ employee, period, knownAt }) {
      if (employee === BARELY_SEEN) return barelySeen();
      const known = fakePeople(PEOPLE_OF_ALL).find(({ id }) => id === employee);
      if (!known) return null;
      const told = personExplanation({}, knownAt && knownAt < CORRECTED_AT ? 19 : 17);
      const contested = new Set(
        verdicts
          .contests({ region: '35.78', employee, period })
          .edges.filter(({ node }) => node.state === 'OPEN')
          .map(({ node }) => node.observation.id),
      );
      const nodes = told.nodes.map((node) => ({
        ...node,
        contested: node.kind === 'OBSERVATION' && contested.has(node.observationId ?? ''),
      }));
      const ifUpheld = contested.size === 0 ? null : told.ifUpheld;
      return { ...told, employee: { ...told.employee, ...known }, periodCode: period, ifUpheld, nodes };
    },
    explainUnitScore({ unit: id }) {
      const unit = units.get(id);
      if (!unit) return null;
      const { name, parentId, value, coverage, state } = unit;
      const told = unitExplanation({ unit: { id, name, parentId }, value, coverage, state });
      if (parentId === null) return { ...told, nodes: nodesOfAll(unit, units) };
      return value === null ? { ...told, nodes: told.nodes.slice(0, 1) } : told; // no means of the few
    },
    ...fakePolicies(),
    ...verdicts,
    employees({ unit, after }) {
      const all = fakePeople(unit === fakeUnitId(0) ? PEOPLE_OF_ALL : PEOPLE_OF_ONE);
      const from = after ? Number(after) : 0;
      const end = Math.min(from + PAGE, all.length);
      return {
        edges: all.slice(from, end).map((node) => ({ node })),
        pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
      };
    },
  };
}

function nodesOfAll(root: WallTile_UnitFragment, units: ReadonlyMap<string, WallTile_UnitFragment>) {
  const below = [...units.values()].filter(({ parentId }) => parentId === root.id);
  const scored = below.filter(({ value }) => value !== null);
  const points = { measureUnit: 'poin', measureUnitEn: 'points' };
  return [
    unitRoot(root.name, root.value),
    ...below.map(({ id, name, value, state }) =>
      explanationNode({
        id: `score/units/${id}`,
        parentId: 'score',
        kind: 'UNIT',
        name,
        value,
        ...points,
        contribution: value === null ? null : (Number(root.value) / scored.length).toFixed(6),
        ruleId: value !== null ? 'UR7' : state === 'TOO_FEW_PEOPLE' ? 'EX5' : 'UR3',
        sentence:
          value === null
            ? 'Belum ada nilai yang dapat ditampilkan.'
            : '9 dari 10 pegawai memiliki nilai, bersama-sama 792 hari dinas.',
        sentenceEn:
          value === null
            ? 'There is no score to be shown yet.'
            : '9 of 10 people have a score, with 792 days of service together.',
      }),
    ),
  ];
}

function barelySeen(): ExplainScoreQuery['explainScore'] {
  const points = { measureUnit: 'poin', measureUnitEn: 'points' };
  const told = personExplanation();
  return {
    ...told,
    employee: { ...told.employee, ...fakePeople(3)[2] },
    status: 'NOT_ENOUGH_DATA',
    value: null,
    coverage: '0.41',
    proposal: null,
    ifUpheld: null,
    nodes: [
      explanationNode({
        id: 'score',
        kind: 'SCORE',
        name: 'Nilai kinerja',
        nameEn: 'Performance score',
        ...points,
        ruleId: 'WR4',
        sentence: 'Baru 41% bobot rencana yang memiliki data; nilai diberikan mulai 60%.',
        sentenceEn: 'Only 41% of the planned weight has data so far; there is a score from 60% on.',
      }),
      explanationNode({
        id: 'score/results',
        parentId: 'score',
        kind: 'WORK_RESULT',
        name: 'Hasil kerja',
        nameEn: 'Work result',
        ...points,
        ruleId: 'WR4',
        sentence: 'Enam indikator belum memiliki pengamatan.',
        sentenceEn: 'Six indicators have not been observed yet.',
      }),
    ],
  };
}
