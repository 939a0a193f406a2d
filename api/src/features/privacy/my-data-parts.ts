import type { Sentence } from '../../domain/outcome.js';

/** One part of a person's own data: what it is, and a query that gives (key, row) for the person in `own`. */
interface Part {
  readonly about: Sentence;
  readonly rows: string;
}

/** What no row shows: the region stands at the top, and who wrote or observed is somebody else's data. */
const LEFT_OUT = `array['region_code', 'recorded_by', 'observer', 'observer_id', 'observers', 'recorded_in', 'words_salt',
  'words_commitment', 'answered_in', 'note_salt', 'note_commitment', 'decided_in', 'import_key', 'requested_by', 'answered_by']`;

const ofEmployee = (table: string, key: string, about: Sentence): Part => ({
  about,
  rows: `select ${key}, to_jsonb(t) - ${LEFT_OUT} from ${table} t
    join own on own.region_code = t.region_code and own.employee_id = t.employee_id`,
});
const ID = 't.id::text';
const CELL = `t.period_code || ' ' || t.indicator_id`;

/** Everything that Pantau keeps about a person, in the order in which it makes sense to read it. No secrets of sign-in. */
export const MY_DATA_PARTS = {
  employee: {
    about: { id: 'Data kepegawaian Anda.', en: 'Your employee record.' },
    rows: `select t.id::text, to_jsonb(t) - ${LEFT_OUT} from employee t
      join own on own.region_code = t.region_code and own.employee_id = t.id`,
  },
  account: {
    about: {
      id: 'Akun Anda, tanpa kata sandi dan kode rahasianya.',
      en: 'Your account, without its password and secrets.',
    },
    rows: `select t.id::text, jsonb_build_object('id', t.id, 'login', t.login, 'name', t.name, 'state', t.state,
        'demo', t.demo, 'has_password', t.password_hash is not null, 'second_factor_on', t.second_factor_on,
        'oidc_issuer', t.oidc_issuer, 'oidc_subject', t.oidc_subject, 'created_at', t.created_at)
      from account t join own on own.region_code = t.region_code and own.account_id = t.id`,
  },
  role_grant: {
    about: {
      id: 'Peran yang pernah diberikan kepada Anda.',
      en: 'Roles that were granted to you, also those withdrawn.',
    },
    rows: `select t.id::text, to_jsonb(t) - array['region_code', 'recorded_in', 'revoked_in'] from role_grant t
      join own on own.region_code = t.region_code and own.account_id = t.account_id`,
  },
  session: {
    about: { id: 'Kapan Anda masuk, dan sampai kapan.', en: 'When you signed in, and until when.' },
    rows: `select t.id::text, jsonb_build_object('id', t.id, 'second_factor', t.second_factor, 'created_at', t.created_at,
        'expires_at', t.expires_at, 'last_seen_at', t.last_seen_at, 'ended_at', t.ended_at)
      from session t join own on own.region_code = t.region_code and own.account_id = t.account_id`,
  },
  assignment: ofEmployee('assignment', ID, {
    id: 'Di unit mana Anda bertugas, dan sejak kapan.',
    en: 'In which unit you serve, and since when.',
  }),
  leave: ofEmployee('leave', ID, { id: 'Cuti Anda.', en: 'Your leaves.' }),
  reporting_line: ofEmployee('reporting_line', ID, {
    id: 'Siapa pejabat penilai Anda, dan sejak kapan.',
    en: 'Who appraises you, and since when.',
  }),
  placement: ofEmployee('placement', `t.period_code || ' ' || t.unit_id`, {
    id: 'Hari kerja Anda di setiap unit, yang menentukan di mana nilai Anda dihitung.',
    en: 'Your days in each unit, which decide where your score counts.',
  }),
  target: ofEmployee('target', CELL, {
    id: 'Target dan bobot yang berlaku bagi Anda.',
    en: 'The targets and weights that hold for you.',
  }),
  target_version: ofEmployee('target_version', ID, {
    id: 'Target dan bobot yang pernah berlaku.',
    en: 'Targets and weights as they once were.',
  }),
  observation: ofEmployee('observation', ID, {
    id: 'Semua pengamatan tentang Anda, juga yang sudah diganti (supersedes_id menunjuk pendahulunya). Siapa yang mencatat adalah data orang lain dan tidak disertakan.',
    en: 'All observations about you, also those replaced (supersedes_id names the one before). Who recorded them is data of others and is left out.',
  }),
  measurement: ofEmployee('measurement', CELL, {
    id: 'Jumlah berjalan dari pengamatan, yang menjadi dasar nilai dan penjelasannya.',
    en: 'Running sums of the observations, on which the score and its explanation rest.',
  }),
  employee_score: ofEmployee('employee_score', 't.period_code', {
    id: 'Nilai Anda pada setiap periode dan versi kebijakan yang dipakai.',
    en: 'Your score in each period, and the version of the policy that it follows.',
  }),
  confirmation: ofEmployee('confirmation', ID, {
    id: 'Predikat yang ditetapkan pejabat penilai Anda, dengan usulan sistem saat itu.',
    en: 'Predicates that your appraiser confirmed, with what the system proposed then.',
  }),
  delivery_stand: {
    about: {
      id: 'Kapan predikat Anda diserahkan untuk dipakai di luar Pantau, oleh layanan mana, dan apa yang berubah sejak penyerahan sebelumnya. Sidik baris tidak disertakan: isinya tidak terbaca.',
      en: 'When your predicate was handed on for use outside of Pantau, by which service, and what had changed since the time before. The digests of the row are left out: nothing can be read in them.',
    },
    rows: 'select t.key, t.kept from handed_on_of_me() t',
  },
  contest: ofEmployee('contest', ID, { id: 'Keberatan Anda.', en: 'Your objections.' }),
  ruling: {
    about: { id: 'Putusan atas keberatan Anda.', en: 'The rulings on your objections.' },
    rows: `select t.contest_id::text, to_jsonb(t) - ${LEFT_OUT} from ruling t
      join contest c on c.region_code = t.region_code and c.id = t.contest_id
      join own on own.region_code = c.region_code and own.employee_id = c.employee_id`,
  },
  correction_request: ofEmployee('correction_request', ID, {
    id: 'Permintaan koreksi data dari Anda, dan jawabannya.',
    en: 'Your requests to correct data, and their answers.',
  }),
  import_row: {
    about: {
      id: 'Baris berkas tentang Anda yang dikirim bagian kepegawaian, juga yang ditolak; dihapus beberapa hari kemudian. NIP pejabat penilai adalah data orang lain dan tidak disertakan.',
      en: 'Rows of files about you that the personnel office sent, also those refused; deleted some days later. The NIP of an appraiser is data of others and is left out.',
    },
    rows: 'select t.key, t.kept from imported_of_me() t',
  },
  looks: {
    about: {
      id: 'Siapa melihat data Anda: satu baris untuk setiap hari dan setiap orang, layanan, atau layar.',
      en: 'Who looked at your data: one row for each day and each person, service or screen.',
    },
    rows: `select l.day || ' ' || l.actor_id, to_jsonb(l) from looks_at_me(null, null, 100000) l`,
  },
  indicator: {
    about: { id: 'Arti indikator yang dipakai di atas.', en: 'What the indicators above mean.' },
    rows: `select t.id::text, to_jsonb(t) - ${LEFT_OUT} from indicator t join own on own.region_code = t.region_code
      where exists (select 1 from target g where g.region_code = t.region_code and g.employee_id = own.employee_id
          and g.indicator_id = t.id)
        or exists (select 1 from measurement m where m.region_code = t.region_code and m.employee_id = own.employee_id
          and m.indicator_id = t.id)`,
  },
  scoring_policy: {
    about: {
      id: 'Kebijakan penilaian yang dipakai untuk nilai di atas: dari sini setiap nilai dapat dihitung ulang.',
      en: 'The scoring policies that the scores above follow: from them each score can be computed again.',
    },
    rows: `select t.version, to_jsonb(t) - ${LEFT_OUT} from scoring_policy t join own on own.region_code = t.region_code
      where exists (select 1 from employee_score s where s.region_code = t.region_code
          and s.employee_id = own.employee_id and s.policy_version = t.version)
        or exists (select 1 from confirmation c where c.region_code = t.region_code
          and c.employee_id = own.employee_id and c.policy_version = t.version)`,
  },
} as const satisfies Record<string, Part>;

export type MyDataPart = keyof typeof MY_DATA_PARTS;
