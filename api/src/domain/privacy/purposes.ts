import type { Sentence } from '../outcome.js';

/** Whose data a kind of record holds. */
export type DataOf = 'EMPLOYEE' | 'ACCOUNT' | 'CITIZEN' | 'NOBODY';

/** Why a kind of record may be kept. A basis that nobody has held against the text of the law says so. */
export interface LegalBasis {
  readonly law: string;
  /** False: to be verified by the data controller before real data come in. */
  readonly verified: boolean;
}

/** One kind of record: one table of the database. */
export interface RecordKind {
  readonly title: Sentence;
  readonly purpose: Sentence;
  readonly basis: LegalBasis;
  readonly of: DataOf;
  /** Days after which it is over, counted as `ending` says; null: as long as the region is kept. */
  readonly days: number | null;
  /** What happens then. */
  readonly ending: Sentence;
}

const DAY = 1;
const YEAR = 365;

/** Days after which records are over; `npm run retention` goes by them. All of them are product choices. */
export const RETENTION_DAYS = {
  /** After it was ended or ran out. */
  session: 30,
  /** After it was used or ran out. */
  one_time_code: DAY,
  pairing: DAY,
  /** After the command: nobody repeats a command later than that. */
  idempotency: 90,
  /** After the moment from which on failures do not count any more. */
  sign_in_failure: DAY,
  /** What of an entry of the trail may be personal; the entry itself stays in the chain. */
  audit_detail: 2 * YEAR,
  /** After it was revoked. */
  wall_device: YEAR,
  /** Hours that a service was counted in. */
  service_use: 30,
  /** After it was revoked or ran out. */
  service_token: YEAR,
  /** What was sent to an endpoint, after it was made. */
  webhook_delivery: 30,
  /** After it was ended. */
  webhook: YEAR,
  /** The words of a request to correct data, after the answer. */
  correction_request: 2 * YEAR,
  /** Who complained, after the answer. */
  complainant: YEAR,
  /** The words of a complaint, after the answer. */
  complaint: 2 * YEAR,
  /** The words of feedback, after the day on which it was left. */
  feedback: 2 * YEAR,
  /** How to reach whoever left it, after that day. */
  feedback_contact: 180,
  /** What was sent of a forum, names and drawn signatures of who signed among it, after it came in. */
  forum_entry: 2 * YEAR,
  /** The hash of an asker's code, after the question, and not before what was promised of it is settled. */
  forum_outcome: 2 * YEAR,
  /** Pictures of a forum, after they came in. */
  forum_photo: 2 * YEAR,
  /** Rows of files of master data and what is wrong with them, after the file was sent or applied. */
  import_row: 7 * DAY,
  import_finding: 7 * DAY,
  /** What such a file came to, without its rows. */
  import_draft: YEAR,
} as const;

const GOVERNMENT: LegalBasis = {
  law: 'UU 20/2023 (ASN), PP 30/2019 (penilaian kinerja PNS)',
  verified: true,
};
const SECURITY: LegalBasis = { law: 'UU 27/2022 Art. 35, 39 (keamanan data pribadi)', verified: false };
const RIGHTS: LegalBasis = { law: 'UU 27/2022 Art. 6, 7, 13, 14, 30', verified: true };
const COMPLAINT: LegalBasis = { law: 'UU 25/2009 (pengaduan pelayanan publik)', verified: false };
const SURVEY: LegalBasis = {
  law: 'UU 25/2009, PermenPANRB 14/2017 (survei kepuasan masyarakat)',
  verified: false,
};
const FORUM: LegalBasis = {
  law: 'UU 25/2009, PermenPANRB 16/2017 (forum konsultasi publik)',
  verified: false,
};
const OBJECTION: LegalBasis = { law: 'PP 30/2019 Art. 59; UU 27/2022 Art. 10', verified: true };
const RECORDING: LegalBasis = { law: 'UU 27/2022 Art. 31 (perekaman kegiatan pemrosesan)', verified: false };
const NONE: LegalBasis = { law: 'Bukan data pribadi · no personal data', verified: true };

const KEPT: Sentence = {
  id: 'Tetap disimpan: dasar penilaian dan keberatan tidak boleh hilang.',
  en: 'Kept: what appraisals and objections rest on must not be lost.',
};
const ORGANISATION: Sentence = {
  id: 'Tetap disimpan selama wilayah dipakai.',
  en: 'Kept while the region is.',
};

const office = (id: string, en: string, purpose: Sentence): RecordKind => ({
  title: { id, en },
  purpose,
  basis: NONE,
  of: 'NOBODY',
  days: null,
  ending: ORGANISATION,
});
const work = (id: string, en: string, purpose: Sentence, ending: Sentence = KEPT): RecordKind => ({
  title: { id, en },
  purpose,
  basis: GOVERNMENT,
  of: 'EMPLOYEE',
  days: null,
  ending,
});

const RULES: Sentence = { id: 'Aturan dan kerangka penilaian.', en: 'The rules and the frame of appraisal.' };
const PLACE: Sentence = {
  id: 'Menentukan di mana, kapan, dan oleh siapa seseorang dinilai.',
  en: 'Decides where, when and by whom somebody is appraised.',
};
const REPORT: Sentence = { id: 'Menghitung dan menjelaskan nilai.', en: 'Computes and explains scores.' };
const FORUMS: Sentence = {
  id: 'Warga dan pegawai bertemu secara teratur.',
  en: 'Citizens and civil servants meet regularly.',
};
const PROMISES: Sentence = {
  id: 'Janji diketahui pemilik, tenggat, dan keadaannya; pemiliknya unit, bukan orang.',
  en: 'A promise has an owner, a last day and a state; a unit owns it and no person.',
};
const MACHINE: Sentence = {
  id: 'Kerja server: urutan dan keutuhan catatan.',
  en: "The server's work: order and integrity.",
};

/**
 * The register of purposes (UU 27/2022 Art. 5, 31): every table of the database, why it is kept, whose data are in it,
 * how long, and what happens then. A table that is not here fails a test.
 */
export const PURPOSES: Readonly<Record<string, RecordKind>> = {
  region: office('Wilayah', 'Regions', RULES),
  org_unit: office('Unit kerja', 'Units', RULES),
  indicator: office('Indikator', 'Indicators', RULES),
  period: office('Periode', 'Periods', RULES),
  period_change: office('Riwayat periode', 'History of periods', RULES),
  scoring_policy: office('Kebijakan penilaian', 'Scoring policies', RULES),
  calendar_day: office('Kalender kerja', 'Working calendar', RULES),
  unit_score: office('Nilai unit', 'Scores of units', {
    id: 'Menunjukkan keadaan unit tanpa menyebut orang.',
    en: 'Shows how units are without naming anybody.',
  }),
  access_version: office('Nomor hak akses', 'Number of rights', MACHINE),
  migration: office('Riwayat tabel', 'History of tables', MACHINE),
  stream_head: office('Kepala aliran perubahan', 'Head of the change stream', MACHINE),
  audit_head: office('Kepala rantai audit', 'Head of the audit chain', MACHINE),

  employee: work('Data pegawai', 'Employee records', {
    id: 'Mengenali siapa yang dinilai; sumbernya data kepegawaian.',
    en: 'Knows who is appraised; it comes from the personnel data.',
  }),
  assignment: work('Penempatan', 'Assignments', PLACE),
  leave: work('Cuti dan tugas', 'Leaves', PLACE),
  reporting_line: work('Pejabat penilai', 'Reporting lines', PLACE),
  placement: work('Hari kerja per unit', 'Days by unit', REPORT),
  target: work('Target berlaku', 'Targets', REPORT),
  target_version: work('Riwayat target', 'History of targets', REPORT),
  observation: work(
    'Pengamatan',
    'Observations',
    { id: 'Fakta yang menjadi dasar nilai.', en: 'The facts that scores rest on.' },
    {
      id: 'Tetap disimpan; catatan bebasnya dihapus atas permintaan setelah pegawai berhenti.',
      en: 'Kept; free texts are erased on request after the employee has left.',
    },
  ),
  measurement: work('Hasil ukur', 'Measurements', REPORT),
  employee_score: work('Nilai pegawai', 'Scores of employees', REPORT),
  confirmation: work('Predikat', 'Predicates', {
    id: 'Penetapan predikat oleh pejabat penilai.',
    en: 'The predicate as the appraiser confirmed it.',
  }),
  delivery: office('Serah terima', 'Deliveries', {
    id: 'Siapa mengambil predikat suatu periode, kapan, dan berapa baris.',
    en: 'Who took the predicates of a period, when, and how many rows.',
  }),
  delivery_stand: work(
    'Keadaan serah terima',
    'How rows stood in deliveries',
    {
      id: 'Supaya pengambilan berikutnya memuat yang baru, berubah, atau ditarik saja.',
      en: 'So that the next pull holds what is new, changed or taken back alone.',
    },
    {
      id: 'Dihapus ketika serah terima yang lebih baru diterima; isinya sidik, bukan salinan data.',
      en: 'Deleted once later deliveries are kept; it holds digests, no copy of data.',
    },
  ),
  contest: {
    ...work('Keberatan', 'Objections', { id: 'Hak menyatakan keberatan.', en: 'The right to object.' }),
    basis: OBJECTION,
  },
  ruling: {
    ...work('Putusan keberatan', 'Rulings', { id: 'Hak atas putusan.', en: 'The right to a ruling.' }),
    basis: OBJECTION,
  },
  change_log: work('Aliran perubahan', 'Change stream', {
    id: 'Memberi tahu dinding dan layanan kepegawaian; hanya kode dan angka, tanpa nama dan catatan.',
    en: 'Tells walls and regional HR; codes and figures only, no names and no notes.',
  }),

  account: {
    title: { id: 'Akun', en: 'Accounts' },
    purpose: { id: 'Mengenali siapa yang masuk.', en: 'Knows who signs in.' },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: null,
    ending: {
      id: 'Nama masuk, nama, dan kata sandinya dihapus atas permintaan setelah pegawai berhenti; nomor akunnya tetap.',
      en: 'Login, name and password are erased on request after the employee has left; its number stays.',
    },
  },
  role_grant: {
    title: { id: 'Peran', en: 'Grants of roles' },
    purpose: { id: 'Menentukan siapa boleh melihat apa.', en: 'Decides who may see what.' },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: null,
    ending: { id: 'Tetap disimpan: siapa berwenang kapan.', en: 'Kept: who had which powers when.' },
  },
  session: {
    title: { id: 'Sesi masuk', en: 'Sessions' },
    purpose: { id: 'Mengingat siapa yang sedang masuk.', en: 'Remembers who is signed in.' },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: RETENTION_DAYS.session,
    ending: { id: 'Dihapus, dihitung sejak berakhir.', en: 'Deleted, counted from its end.' },
  },
  one_time_code: {
    title: { id: 'Kode sekali pakai', en: 'One-time codes' },
    purpose: { id: 'Undangan dan pembukaan wilayah.', en: 'Invitations, and the opening of a region.' },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: RETENTION_DAYS.one_time_code,
    ending: {
      id: 'Dihapus, dihitung sejak dipakai atau habis waktunya.',
      en: 'Deleted, counted from its use or its end.',
    },
  },
  sign_in_failure: {
    title: { id: 'Hitungan gagal masuk', en: 'Counts of failures to sign in' },
    purpose: {
      id: 'Menahan tebakan kata sandi dan kode, serta banjir aduan dari satu jaringan; hanya sidik berkunci.',
      en: 'Slows guessing down, and floods of complaints from one network; keyed digests only.',
    },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: RETENTION_DAYS.sign_in_failure,
    ending: {
      id: 'Dihapus, dihitung sejak tidak berlaku.',
      en: 'Deleted, counted from when it ceases to count.',
    },
  },
  idempotency: {
    title: { id: 'Jawaban perintah', en: 'Answers to commands' },
    purpose: {
      id: 'Perintah yang terkirim dua kali berlaku sekali.',
      en: 'What is sent twice takes effect once.',
    },
    basis: SECURITY,
    of: 'ACCOUNT',
    days: RETENTION_DAYS.idempotency,
    ending: { id: 'Dihapus, dihitung sejak perintahnya.', en: 'Deleted, counted from the command.' },
  },
  wall_device: {
    title: { id: 'Layar dinding', en: 'Wall screens' },
    purpose: { id: 'Mengenali layar yang dipasangkan.', en: 'Knows the paired screens.' },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.wall_device,
    ending: { id: 'Dihapus, dihitung sejak dicabut.', en: 'Deleted, counted from when it was revoked.' },
  },
  pairing: {
    title: { id: 'Kode pemasangan', en: 'Pairing codes' },
    purpose: { id: 'Memasangkan layar.', en: 'Pairs a screen.' },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.pairing,
    ending: { id: 'Dihapus, dihitung sejak habis waktunya.', en: 'Deleted, counted from its end.' },
  },
  service_use: {
    title: { id: 'Hitungan permintaan layanan', en: 'Counts of requests of services' },
    purpose: { id: 'Menjaga kuota per jam.', en: 'Holds the quota of an hour.' },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.service_use,
    ending: { id: 'Dihapus, dihitung sejak jamnya.', en: 'Deleted, counted from the hour.' },
  },
  service_token: {
    title: { id: 'Layanan', en: 'Services' },
    purpose: { id: 'Mengenali layanan kepegawaian.', en: 'Knows the services of regional HR.' },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.service_token,
    ending: {
      id: 'Dihapus, dihitung sejak dicabut atau habis waktunya.',
      en: 'Deleted, counted from when it was revoked or ran out.',
    },
  },
  webhook: {
    title: { id: 'Penerima pemberitahuan', en: 'Webhook endpoints' },
    purpose: {
      id: 'Memberi tahu sistem lain bahwa ada yang berubah; rahasianya tersegel.',
      en: 'Tells other systems that something changed; their secrets are sealed.',
    },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.webhook,
    ending: { id: 'Dihapus, dihitung sejak diakhiri.', en: 'Deleted, counted from when it was ended.' },
  },
  webhook_delivery: {
    title: { id: 'Kiriman pemberitahuan', en: 'Webhook deliveries' },
    purpose: {
      id: 'Mengirim ulang yang gagal; berisi kode pegawai tanpa nama, NIP atau nilai.',
      en: 'Sends again what failed; holds ids of employees, without names, NIPs or scores.',
    },
    basis: GOVERNMENT,
    of: 'EMPLOYEE',
    days: RETENTION_DAYS.webhook_delivery,
    ending: { id: 'Dihapus, dihitung sejak dibuat.', en: 'Deleted, counted from when it was made.' },
  },

  audit_entry: {
    title: { id: 'Jejak audit', en: 'Audit trail' },
    purpose: {
      id: 'Siapa berbuat apa dan kapan; tidak dapat diubah.',
      en: 'Who did what and when; it cannot be altered.',
    },
    basis: RECORDING,
    of: 'ACCOUNT',
    days: null,
    ending: {
      id: 'Tetap disimpan: rantainya hanya berisi nomor dan sidik.',
      en: 'Kept: the chain holds numbers and digests only.',
    },
  },
  audit_detail: {
    title: { id: 'Rincian jejak audit', en: 'Details of the audit trail' },
    purpose: { id: 'Untuk apa data dilihat.', en: 'What data were looked at for.' },
    basis: RECORDING,
    of: 'EMPLOYEE',
    days: RETENTION_DAYS.audit_detail,
    ending: {
      id: 'Dihapus bersama garamnya; rantainya tetap dapat diperiksa.',
      en: 'Deleted with its salt; the chain still verifies.',
    },
  },
  audit_subject: {
    title: { id: 'Siapa yang datanya dilihat', en: 'Whose data were looked at' },
    purpose: {
      id: 'Setiap orang dapat melihat siapa yang melihat datanya.',
      en: 'Everybody can see who looked.',
    },
    basis: RECORDING,
    of: 'EMPLOYEE',
    days: RETENTION_DAYS.audit_detail,
    ending: { id: 'Dihapus bersama rinciannya.', en: 'Deleted with the details.' },
  },
  correction_request: {
    title: { id: 'Permintaan koreksi data', en: 'Requests to correct data' },
    purpose: {
      id: 'Hak membetulkan data dalam 3 x 24 jam.',
      en: 'The right to correction within 3 x 24 hours.',
    },
    basis: RIGHTS,
    of: 'EMPLOYEE',
    days: RETENTION_DAYS.correction_request,
    ending: {
      id: 'Teksnya dihapus, dihitung sejak dijawab; tanggal dan hasilnya tetap.',
      en: 'Its texts are erased, counted from the answer; dates and outcome stay.',
    },
  },
  complaint: {
    title: { id: 'Aduan warga', en: 'Complaints of citizens' },
    purpose: {
      id: 'Aduan dijawab tepat waktu, dan sebabnya dicari; tanpa nama pelapor.',
      en: 'Complaints are answered in time and their causes looked for; without the name.',
    },
    basis: COMPLAINT,
    of: 'CITIZEN',
    days: RETENTION_DAYS.complaint,
    ending: {
      id: 'Isi dan jawabannya dihapus, dihitung sejak dijawab; jenis dan tanggalnya tetap.',
      en: 'Its words and the answer’s are erased, counted from the answer; class and dates stay.',
    },
  },
  complainant: {
    title: { id: 'Nama pelapor, tersegel', en: 'Names of complainants, sealed' },
    purpose: {
      id: 'Penanggung jawab aduan dapat menghubungi pelapor; setiap pembukaan dicatat.',
      en: 'Whoever handles a complaint can reach the citizen; each opening is told.',
    },
    basis: COMPLAINT,
    of: 'CITIZEN',
    days: RETENTION_DAYS.complainant,
    ending: {
      id: 'Dihapus, dihitung sejak aduannya dijawab; aduannya tetap.',
      en: 'Deleted, counted from the answer; the complaint stays.',
    },
  },
  service_counter: office('Loket', 'Counters', {
    id: 'Tempat warga menilai layanan; kode di lembarannya tidak membuka apa pun selain formulir.',
    en: 'Where citizens say what they think of a service; the code on the sheet opens nothing but the form.',
  }),
  survey_wave: office('Gelombang survei', 'Survey waves', {
    id: 'Mencatat gelombang mana yang sudah ditutup dan dengan indeks berapa.',
    en: 'Knows which waves are closed, and with which index.',
  }),
  feedback: {
    title: { id: 'Penilaian warga di loket', en: 'Feedback of citizens at the counter' },
    purpose: {
      id: 'Layanan diperbaiki menurut yang dirasakan warga; tanpa nama dan tanpa jam.',
      en: 'Services are made better by what citizens feel; without a name and without a time of day.',
    },
    basis: SURVEY,
    of: 'CITIZEN',
    days: RETENTION_DAYS.feedback,
    ending: {
      id: 'Sarannya dihapus; nilai unsur dan tanggalnya tetap.',
      en: 'The words are erased; ratings and day stay.',
    },
  },
  feedback_contact: {
    title: { id: 'Kontak pemberi penilaian, tersegel', en: 'Contacts left with feedback, sealed' },
    purpose: {
      id: 'Kantor dapat menjawab warga yang menginginkannya; setiap pembukaan dicatat.',
      en: 'The office can answer those who want it; each opening is told.',
    },
    basis: SURVEY,
    of: 'CITIZEN',
    days: RETENTION_DAYS.feedback_contact,
    ending: {
      id: 'Dihapus; penilaiannya tetap.',
      en: 'Deleted; the feedback stays.',
    },
  },
  forum_series: office('Forum warga', 'Forums', FORUMS),
  forum_session: office('Pertemuan forum', 'Sessions of forums', {
    id: 'Rencana, mata acara, dan hitungan hadir per kelompok, oleh fasilitator dan lewat QR; tanpa nama.',
    en: 'Plan, agenda and attendance counted by group, by facilitators and by QR; without a name.',
  }),
  forum_entry: {
    title: { id: 'Catatan pertemuan', en: 'Entries of sessions' },
    purpose: {
      id: 'Setiap catatan berlaku sekali, dan notula diketahui siapa yang menandatangani.',
      en: 'Each entry takes effect once, and it is known who signed the minutes.',
    },
    basis: FORUM,
    of: 'CITIZEN',
    days: RETENTION_DAYS.forum_entry,
    ending: {
      id: 'Isinya dihapus, juga nama dan goresan tanda tangan; hasil dan notulanya tetap.',
      en: 'What it says is erased, names and drawn signatures too; outcomes and minutes stay.',
    },
  },
  forum_outcome: {
    title: { id: 'Hasil pertemuan', en: 'Outcomes of sessions' },
    purpose: {
      id: 'Yang disampaikan dan disepakati di depan warga tidak hilang; penanya mengikutinya dengan kode.',
      en: 'What is said and agreed in public is not lost; whoever asked follows it by a code.',
    },
    basis: FORUM,
    of: 'CITIZEN',
    days: RETENTION_DAYS.forum_outcome,
    ending: {
      id: 'Sidik kode penanya dihapus, setelah janjinya selesai; hasilnya tetap.',
      en: 'The digest of the asker’s code is erased, once the promise is settled; the outcome stays.',
    },
  },
  commitment: office('Janji kepada warga', 'Promises to citizens', PROMISES),
  commitment_step: office('Riwayat janji', 'History of promises', PROMISES),
  forum_minutes: office('Notula', 'Minutes', {
    id: 'Notula seperti yang ditandatangani; tanpa nama penanda tangan.',
    en: 'The minutes as they were signed; without the names of who signed.',
  }),
  forum_photo: {
    title: { id: 'Foto pertemuan dan hasil janji', en: 'Pictures of sessions and promises' },
    purpose: {
      id: 'Menunjukkan masalah dan hasilnya; terbuka hanya bila yang terlihat di dalamnya setuju.',
      en: 'Show a trouble and what became of it; public only where those who are seen in them agree.',
    },
    basis: FORUM,
    of: 'CITIZEN',
    days: RETENTION_DAYS.forum_photo,
    ending: { id: 'Dihapus.', en: 'Deleted.' },
  },
  import_row: {
    title: { id: 'Baris berkas yang dikirim', en: 'Rows of files that were sent' },
    purpose: {
      id: 'Menunjukkan apa yang akan berubah sebelum diterapkan, dan membatalkannya sesudahnya.',
      en: 'Shows what would change before it is applied, and takes it back afterwards.',
    },
    basis: GOVERNMENT,
    of: 'EMPLOYEE',
    days: RETENTION_DAYS.import_row,
    ending: { id: 'Dihapus; yang sudah diterapkan tetap.', en: 'Deleted; what was applied stays.' },
  },
  import_finding: {
    title: { id: 'Temuan pada berkas', en: 'Findings in files' },
    purpose: {
      id: 'Mengatakan baris mana yang tidak dapat diterima dan siapa yang dapat memperbaikinya.',
      en: 'Says which lines cannot be taken and who can mend them.',
    },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.import_finding,
    ending: { id: 'Dihapus.', en: 'Deleted.' },
  },
  import_draft: {
    title: { id: 'Riwayat impor', en: 'History of imports' },
    purpose: {
      id: 'Berkas apa yang masuk, kapan, dan berapa barisnya; tanpa isinya.',
      en: 'Which files came in, when, and with how many rows; without what they held.',
    },
    basis: NONE,
    of: 'NOBODY',
    days: RETENTION_DAYS.import_draft,
    ending: { id: 'Dihapus.', en: 'Deleted.' },
  },
};
