import type {
  ExplanationTree_NodeFragment,
  PersonExplanation_ScoreFragment,
  UnitExplanation_ScoreFragment,
} from '@pantau/schema';
import { fakePersonId, fakeUnitId } from './fake-ids.js';

type Node = ExplanationTree_NodeFragment;

/** A node of an explanation for tests; says only what the test is about. */
export function explanationNode(node: Partial<Node> = {}): Node {
  const name = node.name ?? 'Waktu tunggu loket (median)';
  const sentence = node.sentence ?? 'Realisasi 17 menit: 100 × (45 − 17) ÷ (45 − 15) ≈ 93,33 poin.';
  return {
    id: 'score',
    parentId: null,
    kind: 'INDICATOR',
    name,
    nameEn: node.nameEn ?? name,
    value: null,
    measureUnit: null,
    measureUnitEn: null,
    contribution: null,
    shownContribution: null,
    ruleId: 'AT2',
    terms: [],
    sentence,
    sentenceEn: node.sentenceEn ?? sentence,
    observationId: null,
    contested: false,
    ...node,
  };
}

const POINTS = { measureUnit: 'poin', measureUnitEn: 'points' } as const;

interface Planned {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  /** Floor, target, stretch. */
  readonly points: readonly [number, number, number];
  readonly realised: number | null;
  readonly weight: number;
}

function planned(
  code: string,
  name: string,
  nameEn: string,
  unit: string,
  points: Planned['points'],
  realised: number | null,
  weight: number,
): Planned {
  return { code, name, nameEn, unit, points, realised, weight };
}

/** The plan of somebody at a counter, with what was realised; the waiting time may be said. */
function loketPlan(wait: number): readonly Planned[] {
  return [
    planned(
      'ADM-01',
      'Permohonan KK selesai ≤ 1 hari kerja',
      'Family cards done within a working day',
      '%',
      [60, 95, 100],
      91,
      15,
    ),
    planned(
      'ADM-02',
      'Permohonan KTP-el dan surat pindah selesai ≤ 1 hari kerja',
      'Identity cards and moves done within a working day',
      '%',
      [60, 95, 100],
      96,
      10,
    ),
    planned(
      'ADM-03',
      'Waktu tunggu loket (median)',
      'Waiting time at the counter (median)',
      'menit',
      [45, 15, 8],
      wait,
      15,
    ),
    planned(
      'ADM-04',
      'Berkas dikembalikan karena salah petugas',
      'Files sent back for an officer’s mistake',
      '%',
      [10, 2, 0.5],
      2.6,
      10,
    ),
    planned(
      'ADM-05',
      'Surat keterangan kelurahan terbit tepat waktu',
      'Letters of the kelurahan issued on time',
      '%',
      [70, 97, 100],
      97,
      10,
    ),
    planned(
      'PGD-01',
      'Pengaduan direspons ≤ 3 hari kerja',
      'Complaints answered within 3 working days',
      '%',
      [60, 100, 100],
      100,
      10,
    ),
    planned(
      'PGD-02',
      'Pengaduan tuntas sesuai tenggat',
      'Complaints settled by their deadline',
      '%',
      [60, 92, 100],
      84,
      5,
    ),
    planned(
      'SKM-01',
      'IKM unit (survei kepuasan masyarakat)',
      'Satisfaction index of the unit',
      'indeks',
      [65, 88.31, 95],
      84.1,
      5,
    ),
    planned('DSP-01', 'Kehadiran tepat waktu', 'Present on time', '%', [80, 98, 100], 99, 5),
    planned('KMP-01', 'Jam pelatihan', 'Hours of training', 'JP', [0, 20, 30], null, 5),
    planned(
      'KMP-02',
      'Penerapan hasil pelatihan diverifikasi atasan',
      'Use of training verified by the superior',
      '%',
      [40, 80, 100],
      null,
      10,
    ),
  ];
}

function attainment({ realised, points: [floor, target, stretch] }: Planned): number | null {
  if (realised === null) return null;
  const reached = (100 * (realised - floor)) / (target - floor);
  const beyond = stretch === target ? 100 : 100 + (20 * (realised - target)) / (stretch - target);
  return Math.max(0, Math.min(120, reached <= 100 ? reached : beyond));
}

const MILLION = 1_000_000;
const decimal = (n: number) => String(Math.round(n * MILLION) / MILLION);
const id2 = (n: number) => n.toLocaleString('id-ID', { maximumFractionDigits: 2 });
const en2 = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** Parts of a whole by their weights, in decimals that add up to it exactly; what rounding leaves goes to the last. */
function shares(whole: string, claims: readonly number[]): readonly string[] {
  const all = claims.reduce((sum, claim) => sum + claim, 0);
  const millionths = Math.round(Number(whole) * MILLION);
  const parts = claims.map((claim) => Math.floor((millionths * claim) / all));
  const rest = millionths - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, n) => decimal((n === parts.length - 1 ? part + rest : part) / MILLION));
}

const CORE_VALUES: readonly (readonly [name: string, nameEn: string, level: number | null])[] = [
  ['Berorientasi Pelayanan', 'Service-oriented', 0.4],
  ['Akuntabel', 'Accountable', 0],
  ['Kompeten', 'Competent', 0.1],
  ['Harmonis', 'Harmonious', 0.5],
  ['Loyal', 'Loyal', null],
  ['Adaptif', 'Adaptive', -0.1],
  ['Kolaboratif', 'Collaborative', null],
];

const SEEN: readonly (readonly [day: number, minutes: number, note: string | null, contested: boolean])[] = [
  [20, 14, 'Dua meja dibuka pukul 08.00–11.00; antrean pendek sejak pagi.', false],
  [18, 16, null, false],
  [17, 34, 'Satu operator sedang dinas lapangan; antrean loket tersisa satu meja sampai pukul 10.30.', true],
  [13, 15, null, false],
];
/** How many observations of the waiting time there are, with those not listed. */
const SEEN_IN_ALL = 38;

/** A person's explanation as the server would give it: Dewi, at the counter of Kalijudan. */
export function personExplanation(
  of: Partial<PersonExplanation_ScoreFragment> = {},
  wait = 17,
): PersonExplanation_ScoreFragment {
  const results = scoredPlan(wait);
  const level = behaviourNodes();
  const value = decimal(0.7 * Number(results.value) + 0.3 * Number(level.value));
  const [ofResults = '0', ofBehaviour = '0'] = shares(value, [
    0.7 * Number(results.value),
    0.3 * Number(level.value),
  ]);
  const upheld = scoredPlan(wait - 0.46);
  const nodes = [
    explanationNode({
      id: 'score',
      kind: 'SCORE',
      name: 'Nilai kinerja',
      nameEn: 'Performance score',
      value,
      ...POINTS,
      ruleId: 'PE1',
      terms: [
        { name: 'bagian hasil kerja', nameEn: 'share of the work result', value: '70', measureUnit: '%' },
        { name: 'bagian perilaku kerja', nameEn: 'share of behaviour', value: '30', measureUnit: '%' },
      ],
      sentence: `70% × ${id2(Number(results.value))} + 30% × ${id2(Number(level.value))} ≈ ${id2(Number(value))} poin.`,
      sentenceEn: `70% × ${en2(Number(results.value))} + 30% × ${en2(Number(level.value))} ≈ ${en2(Number(value))} points.`,
    }),
    ...results.nodes(ofResults),
    ...level.nodes(ofBehaviour),
    explanationNode({
      id: 'score/coverage',
      parentId: 'score',
      kind: 'COVERAGE',
      name: 'Cakupan data',
      nameEn: 'Data coverage',
      value: '0.85',
      ruleId: 'WR3',
      sentence: 'Indikator yang memiliki data berbobot 85 dari 100; paling sedikit 60% diperlukan.',
      sentenceEn: 'The indicators with data weigh 85 of 100; at least 60% are needed.',
    }),
    explanationNode({
      id: 'score/predicate',
      parentId: 'score',
      kind: 'PREDICATE',
      name: 'Usulan predikat: Baik',
      nameEn: 'Proposed predicate: Good',
      ruleId: 'PR1',
      sentence:
        'Hasil kerja sesuai ekspektasi dan perilaku kerja sesuai ekspektasi bertemu di Baik. Ini usulan; penilai yang menetapkan.',
      sentenceEn:
        'Work result and behaviour that both meet expectations come to Good. It is a proposal; the appraiser decides.',
    }),
  ];
  return {
    employee: {
      id: fakePersonId(1),
      name: 'Dewi Lestari, S.AP.',
      position: 'Petugas Loket',
      unit: { id: fakeUnitId(2), name: 'Kelurahan Kalijudan' },
    },
    periodCode: '2026-Q4',
    status: 'SCORED',
    value,
    coverage: '0.85',
    policyVersion: '2026-1',
    proposal: { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
    ifUpheld: decimal(0.7 * Number(upheld.value) + 0.3 * Number(level.value)),
    nodes,
    ...of,
  };
}

function scoredPlan(wait: number): {
  readonly value: string;
  readonly nodes: (contribution: string) => readonly Node[];
} {
  const plan = loketPlan(wait).map((indicator) => ({ ...indicator, reached: attainment(indicator) }));
  const counted = plan.filter(({ reached }) => reached !== null);
  const weight = counted.reduce((sum, { weight }) => sum + weight, 0);
  const value = decimal(counted.reduce((sum, { weight, reached }) => sum + weight * reached!, 0) / weight);
  const parts = shares(
    value,
    counted.map(({ weight, reached }) => weight * reached!),
  );
  const root = 'score/results';
  return {
    value,
    nodes: (contribution) => [
      explanationNode({
        id: root,
        parentId: 'score',
        kind: 'WORK_RESULT',
        name: 'Hasil kerja',
        nameEn: 'Work result',
        value,
        ...POINTS,
        contribution,
        ruleId: 'WR1',
        sentence: `Rata-rata tertimbang capaian ${counted.length} indikator yang memiliki data: ${id2(Number(value))} poin. Sesuai ekspektasi: 90 sampai di bawah 110.`,
        sentenceEn: `The weighted mean of the attainments of ${counted.length} indicators with data: ${en2(Number(value))} points. Meets expectations: 90 to below 110.`,
      }),
      ...plan.flatMap((indicator) =>
        indicatorNodes(root, indicator, weight, parts[counted.indexOf(indicator)] ?? null),
      ),
    ],
  };
}

function indicatorNodes(
  root: string,
  indicator: Planned & { readonly reached: number | null },
  weightOfAll: number,
  contribution: string | null,
): readonly Node[] {
  const { code, name, nameEn, unit, points, realised, reached, weight } = indicator;
  const id = `${root}/${code}`;
  const [floor, target, stretch] = points;
  const measured = { measureUnit: unit, measureUnitEn: unit };
  if (realised === null || reached === null) {
    return [
      explanationNode({
        id,
        parentId: root,
        name: `${code} ${name}`,
        nameEn: `${code} ${nameEn}`,
        ...POINTS,
        ruleId: 'WR3',
        sentence: 'Belum ada pengamatan; indikator ini menurunkan cakupan, bukan nilai.',
        sentenceEn: 'Nothing has been observed yet; this lowers the coverage, not the score.',
      }),
    ];
  }
  const between = reached <= 100;
  const sum = between
    ? `100 × (${id2(Math.max(floor, realised))} − ${id2(Math.min(floor, realised))}) ÷ ${id2(Math.abs(target - floor))}`
    : `100 + 20 × ${id2(Math.abs(realised - target))} ÷ ${id2(Math.abs(stretch - target))}`;
  return [
    explanationNode({
      id,
      parentId: root,
      name: `${code} ${name}`,
      nameEn: `${code} ${nameEn}`,
      value: decimal(reached),
      ...POINTS,
      contribution,
      ruleId: 'AT2',
      terms: [
        { name: 'batas bawah', nameEn: 'floor', value: String(floor), measureUnit: unit },
        { name: 'target', nameEn: 'target', value: String(target), measureUnit: unit },
        { name: 'target lebih', nameEn: 'stretch', value: String(stretch), measureUnit: unit },
        { name: 'realisasi', nameEn: 'realisation', value: String(realised), measureUnit: unit },
        { name: 'bobot', nameEn: 'weight', value: String(weight), measureUnit: null },
      ],
      sentence: `Realisasi ${id2(realised)} ${unit}, target ${id2(target)}: ${sum} ≈ ${id2(reached)} poin. Bobot ${weight} dari ${weightOfAll} yang memiliki data.`,
      sentenceEn: `A realisation of ${en2(realised)} ${unit}, target ${en2(target)}: ${sum} ≈ ${en2(reached)} points. Weight ${weight} of ${weightOfAll} with data.`,
    }),
    explanationNode({
      id: `${id}/target`,
      parentId: id,
      kind: 'TARGET',
      name: 'Target',
      value: String(target),
      ...measured,
      ruleId: 'AT1',
      sentence: `Batas bawah ${id2(floor)} memberi 0, target ${id2(target)} memberi 100, target lebih ${id2(stretch)} memberi 120 poin.`,
      sentenceEn: `The floor ${en2(floor)} gives 0, the target ${en2(target)} 100, the stretch ${en2(stretch)} 120 points.`,
    }),
    ...realisationNodes(`${id}/realisation`, id, realised, unit, code === 'ADM-03'),
  ];
}

function realisationNodes(
  id: string,
  parentId: string,
  realised: number,
  unit: string,
  listed: boolean,
): readonly Node[] {
  const measured = { measureUnit: unit, measureUnitEn: unit };
  const total = realised * SEEN_IN_ALL;
  const others = total - SEEN.reduce((sum, [, minutes]) => sum + minutes, 0);
  const parts = shares(decimal(realised), [...SEEN.map(([, minutes]) => minutes), others]);
  return [
    explanationNode({
      id,
      parentId,
      kind: 'REALISATION',
      name: 'Realisasi',
      nameEn: 'Realisation',
      value: String(realised),
      ...measured,
      ruleId: 'RE1',
      sentence: `Rata-rata ${SEEN_IN_ALL} pengamatan: ${id2(total)} ÷ ${SEEN_IN_ALL} = ${id2(realised)} ${unit}.`,
      sentenceEn: `The mean of ${SEEN_IN_ALL} observations: ${en2(total)} ÷ ${SEEN_IN_ALL} = ${en2(realised)} ${unit}.`,
    }),
    ...(listed ? SEEN : []).flatMap(([day, minutes, note, contested], n) => {
      const observationId = fakePersonId(900 + n);
      const seen = `${id}/${observationId}`;
      return [
        explanationNode({
          id: seen,
          parentId: id,
          kind: 'OBSERVATION',
          name: `Pengamatan ${day} November 2026 pukul 09.1${n}`,
          nameEn: `Observation of ${day} November 2026 at 09:1${n}`,
          value: String(minutes),
          ...measured,
          contribution: parts[n]!,
          ruleId: 'RE1',
          sentence: `Diamati: ${minutes} ${unit}. ${minutes} ÷ ${SEEN_IN_ALL} ≈ ${id2(minutes / SEEN_IN_ALL)} ${unit}. Dicatat ${day} November 2026 pukul 16.02 (mesin antrean).${contested ? ' Ada keberatan atas pengamatan ini; sampai diputus, pengamatan ini tetap dihitung.' : ''}`,
          sentenceEn: `Observed: ${minutes} ${unit}. ${minutes} ÷ ${SEEN_IN_ALL} ≈ ${en2(minutes / SEEN_IN_ALL)} ${unit}. Recorded on ${day} November 2026 at 16:02 (queue machine).${contested ? ' This observation is contested; until that is decided, it counts.' : ''}`,
          observationId,
          contested,
        }),
        ...(note === null
          ? []
          : [
              explanationNode({
                id: `${seen}/evidence`,
                parentId: seen,
                kind: 'EVIDENCE',
                name: 'Catatan pengamat',
                nameEn: 'Note of the observer',
                ruleId: 'EX7',
                sentence: note,
                observationId,
              }),
            ]),
      ];
    }),
    ...(listed
      ? [
          explanationNode({
            id: `${id}/others`,
            parentId: id,
            kind: 'OTHER_OBSERVATIONS',
            name: `dan ${SEEN_IN_ALL - SEEN.length} pengamatan lain`,
            nameEn: `and ${SEEN_IN_ALL - SEEN.length} other observations`,
            value: decimal(others / (SEEN_IN_ALL - SEEN.length)),
            ...measured,
            contribution: parts.at(-1)!,
            ruleId: 'EX3',
            sentence: `Bersama-sama ${id2(others)} ÷ ${SEEN_IN_ALL} ≈ ${id2(others / SEEN_IN_ALL)} ${unit}.`,
            sentenceEn: `Together ${en2(others)} ÷ ${SEEN_IN_ALL} ≈ ${en2(others / SEEN_IN_ALL)} ${unit}.`,
          }),
        ]
      : []),
  ];
}

function behaviourNodes(): {
  readonly value: string;
  readonly nodes: (contribution: string) => readonly Node[];
} {
  const pointsOf = (level: number) => (level <= 0 ? 100 + 40 * level : 100 + 20 * level);
  const counted = CORE_VALUES.flatMap(([, , level]) => (level === null ? [] : [pointsOf(level)]));
  const value = decimal(counted.reduce((sum, points) => sum + points, 0) / counted.length);
  const parts = [...shares(value, counted)];
  const root = 'score/behaviour';
  return {
    value,
    nodes: (contribution) => [
      explanationNode({
        id: root,
        parentId: 'score',
        kind: 'BEHAVIOUR',
        name: 'Perilaku kerja',
        nameEn: 'Behaviour',
        value,
        ...POINTS,
        contribution,
        ruleId: 'BE1',
        sentence: `Rata-rata ${counted.length} nilai inti yang cukup pengamatannya: ${id2(Number(value))} poin. Sesuai ekspektasi.`,
        sentenceEn: `The mean of the ${counted.length} core values with enough observations: ${en2(Number(value))} points. Meets expectations.`,
      }),
      ...CORE_VALUES.flatMap(([name, nameEn, level], n) => {
        const id = `${root}/AKH-${n + 1}`;
        if (level === null) {
          return [
            explanationNode({
              id,
              parentId: root,
              kind: 'CORE_VALUE',
              name,
              nameEn,
              ...POINTS,
              ruleId: 'BE3',
              sentence: 'Baru 1 pengamatan dari 1 pengamat; perlu paling sedikit 3 dari 2 pengamat.',
              sentenceEn: 'Only 1 observation by 1 observer so far; at least 3 by 2 observers are needed.',
            }),
          ];
        }
        const points = pointsOf(level);
        return [
          explanationNode({
            id,
            parentId: root,
            kind: 'CORE_VALUE',
            name,
            nameEn,
            value: decimal(points),
            ...POINTS,
            contribution: parts.shift()!,
            ruleId: 'BE2',
            sentence: `4 pengamatan dari 2 pengamat, yang terbaru berbobot lebih: tingkat ${id2(level)} memberi ${id2(points)} poin.`,
            sentenceEn: `4 observations by 2 observers, the newer ones weigh more: level ${en2(level)} gives ${en2(points)} points.`,
          }),
          explanationNode({
            id: `${id}/seen`,
            parentId: id,
            kind: 'OBSERVATION',
            name: 'Pengamatan 19 November 2026 pukul 10.05',
            nameEn: 'Observation of 19 November 2026 at 10:05',
            value: level > 0 ? '1' : '0',
            ruleId: 'BE4',
            sentence:
              'Membantu warga lansia mengisi formulir sampai selesai. Dicatat 19 November 2026 pukul 10.20.',
            sentenceEn:
              'Helped an elderly citizen to fill in the form. Recorded on 19 November 2026 at 10:20.',
            observationId: fakePersonId(950 + n),
          }),
        ];
      }),
    ],
  };
}

/** A unit's explanation as the server would give it: Kalijudan, with its people as one group. */
export function unitExplanation(
  of: Partial<UnitExplanation_ScoreFragment> = {},
): UnitExplanation_ScoreFragment {
  const value = of.value === undefined ? '82.403333' : of.value;
  const unit = of.unit ?? { id: fakeUnitId(2), name: 'Kelurahan Kalijudan', parentId: fakeUnitId(0) };
  const means = loketPlan(21).map((indicator) => ({ ...indicator, reached: attainment(indicator) }));
  return {
    unit,
    periodCode: '2026-Q4',
    state: 'NEEDS_SUPPORT',
    value,
    coverage: '0.87',
    policyVersion: '2026-1',
    nodes: [
      unitRoot(unit.name, value),
      explanationNode({
        id: 'score/people',
        parentId: 'score',
        kind: 'PEOPLE',
        name: 'Pegawai langsung di unit ini',
        nameEn: 'People directly in this unit',
        value,
        ...POINTS,
        contribution: value,
        ruleId: 'UR7',
        sentence: 'Nilai × hari tugas di sini ÷ seluruh hari tugas, dari 9 pegawai yang punya nilai.',
        sentenceEn: 'Value × days served here ÷ all days served, of 9 people with a value.',
      }),
      explanationNode({
        id: 'score/coverage',
        parentId: 'score',
        kind: 'COVERAGE',
        name: 'Cakupan data',
        nameEn: 'Coverage',
        value: '0.87',
        ruleId: 'UR2',
        sentence:
          'Rata-rata cakupan data semua pegawai menurut hari tugasnya. Diperlukan paling sedikit 60%.',
        sentenceEn: 'The mean coverage of all people by the days they served. At least 60% is needed.',
      }),
      ...means.map(({ code, name, nameEn, reached }) =>
        explanationNode({
          id: `score/indicators/${code}`,
          parentId: 'score',
          name: `${code} ${name}`,
          nameEn: `${code} ${nameEn}`,
          value: reached === null ? null : decimal(reached),
          ...POINTS,
          ruleId: reached === null ? 'EX4' : 'EX8',
          sentence:
            reached === null
              ? 'Belum ada data; tidak dihitung sebagai nol.'
              : `Rata-rata capaian 4 pegawai ${id2(reached)} poin.`,
          sentenceEn:
            reached === null
              ? 'There is no data yet; it does not count as zero.'
              : `The mean attainment of 4 people is ${en2(reached)} points.`,
        }),
      ),
    ],
    ...of,
  };
}

/** The uppermost node of a unit's explanation, as the server would give it. */
export function unitRoot(name: string, value: string | null): Node {
  return explanationNode({
    id: 'score',
    kind: 'SCORE',
    name: `Skor ${name}`,
    nameEn: `Score of ${name}`,
    value,
    ...POINTS,
    ruleId: value === null ? 'UR8' : 'UR7',
    sentence:
      value === null
        ? 'Baru 2 pegawai yang punya nilai. Nilai unit ditampilkan mulai 3 pegawai.'
        : `Nilai tiap pegawai × hari tugasnya, dijumlahkan, ÷ seluruh hari tugas mereka: ${id2(Number(value))} poin.`,
    sentenceEn:
      value === null
        ? 'Only 2 people with a value so far. A unit’s value is shown from 3 people on.'
        : `Each person’s value × the days served, added up, ÷ all these days: ${en2(Number(value))} points.`,
  });
}
