import { audiences, AUDIENCE } from '../../domain/access/audience.js';
import { DELIVERY_KEEPERS, EXPORTERS } from '../../features/integration/export/export-audiences.js';
import type { Subject } from '../../domain/access/scope.js';
import type { FieldPolicy, SchemaPolicy, TypePolicy } from '../../platform/graphql/guard-schema.js';
import type { PersonalField } from '../../platform/graphql/personal-reads.js';

/** Those who may look at somebody's work. */
const WORK = audiences(
  ...(['SELF', 'APPRAISER', 'LAST_APPRAISER', 'REVIEW', 'LEADERSHIP', 'HR_SCORES', 'COMMAND'] as const),
);
/** Those who may know somebody's name and post. */
const NAMES =
  WORK | audiences('SUPERIOR', 'OBSERVER', 'ADMINISTRATOR', 'HR_PEOPLE', 'HR_PREDICATES', 'HR_PROVISION');
/** Those who may see a unit's figures. They are of nobody: small groups are left out. */
const FIGURES = audiences(
  'MEMBER',
  'OBSERVER',
  'FACILITATOR',
  'LEADERSHIP',
  'AUDITOR',
  'ADMINISTRATOR',
  'HR_UNITS',
  'WALL',
  'COMMAND',
);
/** Everybody who has been let in, and what a wall shows: the rules of the office, no row of anybody. */
const OFFICE = audiences('OFFICE', 'COMMAND');
/** The same without walls that visitors see. */
const REASONS = (FIGURES & ~AUDIENCE.WALL) | AUDIENCE.WALL_REASONS;
/** An account is for its owner and for who keeps accounts. */
const ACCOUNTS = audiences('AUTHOR', 'ADMINISTRATOR', 'COMMAND');
const PREDICATES = WORK | AUDIENCE.HR_PREDICATES;
/** Those who handle complaints and feedback about a unit. */
const HANDLERS = audiences('FACILITATOR', 'LEADERSHIP', 'COMMAND');
/** A forum is held in public: whoever was let in reads those of the whole region, a token of one unit too. */
const FORUM = OFFICE;
/** Those who prepare minutes, or check them: names and signatures are theirs alone to see. */
const MINUTES = audiences('FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'COMMAND');
/** Those who bring master data in. */
const PROVISIONERS = audiences('ADMINISTRATOR', 'HR_PROVISION', 'COMMAND');
/** Those who keep walls and tokens. */
const KEEPERS = audiences('ADMINISTRATOR', 'COMMAND');

type Fields = TypePolicy['fields'];

/** The same policy for each of these fields. */
function each(names: string, to: number, personal?: PersonalField): Fields {
  const policy: FieldPolicy = personal === undefined ? { to } : { to, personal };
  return Object.fromEntries(names.split(' ').map((name) => [name, policy]));
}

/** Parts of the row that holds them: whoever was given that row has these. */
function part(names: string): TypePolicy {
  return { about: null, fields: Object.fromEntries(names.split(' ').map((name) => [name, null])) };
}

const ofEmployee = ({ employeeId }: { employeeId: string }): Subject => ({ employeeId });
const ofUnit = ({ unitId }: { unitId: string }): Subject => ({ unitId });
const ofRegion = (): Subject => ({});
/** Rows about somebody who is not recorded yet, or about a unit, are about the region. */
const ofImportRow = ({ employeeId }: { employeeId: string | null }): Subject =>
  employeeId === null ? {} : { employeeId };
/** An edge goes with its row; the connection only counts edges that were let through. */
function edge(about: (node: never) => Subject, to: number): TypePolicy {
  return { about: ({ node }: { node: never }) => about(node), fields: each('cursor node', to) };
}

const refusal = part('code field mender message messageEn');
const connection = part('edges pageInfo');
const countedConnection = part('edges pageInfo totalCount');
const aboutEmployee = ({ id }: { id: string }): Subject => ({ employeeId: id });
/** The actor of an account is the account: it is its own author. */
const aboutAccount = ({ id }: { id: string }): Subject => ({ authorId: id });
/** Whoever recorded it may read it, whatever has become of them and the person since. */
const aboutRecord = (row: { employeeId: string; recordedBy: string }): Subject => ({
  employeeId: row.employeeId,
  authorId: row.recordedBy,
});
/** Whoever took it is its author. */
const aboutDelivery = ({ takerId }: { takerId: string }): Subject => ({ authorId: takerId });
const aboutContest = ({ contested }: { contested: { employeeId: string } }): Subject => ({
  employeeId: contested.employeeId,
});

/**
 * Who may read what: every type of the API, field by field. A field without a row, or a row without a field, fails
 * the build. Rows that somebody is nothing to are left out of lists, and refused where they are asked for by name.
 */
export const fields: SchemaPolicy = {
  Region: { about: ofRegion, fields: each('code name', AUDIENCE.PUBLIC | OFFICE) },
  RegionConnection: connection,
  RegionEdge: edge(ofRegion, AUDIENCE.PUBLIC | OFFICE),
  PageInfo: part('endCursor hasNextPage hasPreviousPage startCursor'),

  // What is given to whoever asks about themselves; there is no way from it to another's.
  Viewer: part('account employee expiresAt is kind region secondFactorDue sessions'),
  Session: part('createdAt current expiresAt id lastSeenAt'),
  SignInOptions: part('demo setUpDue signOn'),
  DemoAccount: part('login password purpose purposeEn'),
  SignedIn: part('expiresAt secondFactorDue token'),
  SignedOut: part('sessions'),
  SecondFactorNeeded: part('needed'),
  SecondFactorOffer: part('address letters'),
  SecondFactorOn: part('recoveryCodes'),
  PasswordSet: part('login'),
  SignInRefused: refusal,
  CredentialRefused: refusal,
  Account: {
    about: aboutAccount,
    fields: each('createdAt demo employee grants id login name secondFactorOn state', ACCOUNTS),
  },
  AccountConnection: connection,
  AccountEdge: edge(aboutAccount, ACCOUNTS),
  AccountRecorded: part('account cursor invitationCode replayed'),
  AccountRefused: refusal,
  RoleGrant: part('grantedAt id role unit'),

  Unit: { about: ofRegion, fields: each('code id kind name order parentId', OFFICE) },
  UnitConnection: countedConnection,
  UnitEdge: edge(ofRegion, OFFICE),

  Employee: {
    about: aboutEmployee,
    fields: {
      ...each('id active position status unit unitId appraiser reviewAuthority', NAMES),
      ...each('name maskedNip', NAMES, 'IDENTITY'),
      ...each('nip', audiences('SELF', 'ADMINISTRATOR', 'HR_NIP', 'HR_PROVISION', 'COMMAND'), 'NIP'),
    },
  },
  EmployeeConnection: countedConnection,
  EmployeeEdge: edge(aboutEmployee, NAMES),

  CalendarDay: { about: ofRegion, fields: each('day name working', OFFICE) },
  CalendarDayRecorded: part('calendarDay cursor replayed'),
  CalendarDayRefused: refusal,

  Indicator: {
    about: ofRegion,
    fields: each(
      'aggregation code definition direction highest id kind lowest measureUnit name nameEn source',
      OFFICE,
    ),
  },
  IndicatorConnection: countedConnection,
  IndicatorEdge: edge(ofRegion, OFFICE),
  Period: {
    about: ofRegion,
    fields: each('code endsOn history kind name nameEn open policyVersion startsOn state', OFFICE),
  },
  PeriodStep: part('changedAt reason state'),
  PeriodChanged: part('cursor period replayed'),
  PeriodChangeRefused: refusal,

  ScoringPolicy: {
    about: ofRegion,
    fields: each(
      'attainmentMethod bands basedOn behaviour cap contest createdAt createdBy effectiveFrom minimumCoverage ' +
        'minimumPeople note shares shownPlaces signedAt signedBy signingNote state version weightSets',
      OFFICE,
    ),
  },
  PolicyBands: part('above decide meets'),
  PolicyBehaviour: part('halfLifeDays minimumObservations minimumObservers minimumValues points'),
  PolicyContest: part('calendar days'),
  PolicyPoints: part('above below meets'),
  PolicyShares: part('behaviour results'),
  PolicyWeight: part('indicator weight'),
  PolicyWeightSet: part('role weights'),
  PolicyRecorded: part('cursor policy replayed'),
  PolicyRefused: refusal,
  PolicyPreview: {
    about: ofRegion,
    fields: each(
      'becomeScored loseScore moved people periodCode policyVersion predicatesMoved units valuesDown valuesSame ' +
        'valuesUp version',
      audiences('LEADERSHIP', 'COMMAND'),
    ),
  },
  PolicyMove: { about: ofEmployee, fields: each('after before delta employee', WORK, 'SCORE') },
  PolicyMoveConnection: connection,
  PolicyMoveEdge: edge(ofEmployee, WORK),
  PolicyScore: part('proposal value'),
  PolicyUnitMove: { about: ofUnit, fields: each('after before unit', FIGURES) },
  PolicyUnitScore: part('state value'),

  Observation: {
    about: aboutRecord,
    fields: each(
      'behaviour contest correctionReason employee id indicator note observedAt periodCode recordedAt source ' +
        'supersedesId value withdrawn',
      WORK | AUDIENCE.AUTHOR,
      'OBSERVATION',
    ),
  },
  ObservationConnection: countedConnection,
  ObservationEdge: edge(aboutRecord, WORK | AUDIENCE.AUTHOR),
  ObservationRecorded: part('cursor observation replayed'),
  ObservationRefused: refusal,
  CounterReadingResult: part('code field id mender message messageEn observationId outcome'),
  CountersReported: part('cursor replayed results'),
  CountersRefused: refusal,

  EmployeeScore: {
    about: ofEmployee,
    fields: {
      ...each('employee id periodCode verdictBy', PREDICATES),
      ...each('confirmations confirmed', PREDICATES, 'PREDICATE'),
      ...each(
        'behaviour changedAt coverage ifUpheld observationCount openContests parts policyVersion proposal status value ' +
          'workResult',
        WORK,
        'SCORE',
      ),
    },
  },
  EmployeeScoreConnection: countedConnection,
  EmployeeScoreEdge: edge(ofEmployee, PREDICATES),
  BehaviourScore: part('contribution parts rating value valuesCounted'),
  CoreValueScore: part('contribution coreValue observationCount observerCount points'),
  WorkResultScore: part('contribution rating value'),
  ScorePart: part('attainment ceiling contribution floor indicator realised stretch target weight'),
  ScoreIfUpheld: part('delta proposal value'),
  ProposedPredicate: part('behaviour predicate workResult'),

  ConfirmedPredicate: {
    about: aboutRecord,
    fields: each(
      'appraiser behaviour confirmedAt creditPoints differsFromProposal employee id note periodCode policyVersion ' +
        'predicate proposed stale superseded value workResult',
      PREDICATES | AUDIENCE.AUTHOR,
      'PREDICATE',
    ),
  },
  ConfirmedPredicateConnection: countedConnection,
  // The NIPs in it are masked to whoever may not read them.
  KinerjaPeriodik: {
    about: ofEmployee,
    fields: each(
      'before bulanMulaiPenilaian bulanSelesaiPenilaian change confirmationId employee findings hasilKerja ' +
        'hasilKinerjaNilai jabatan koefisienId kuadranKinerjaNilai nama nip parts penilaiGolongan penilaiJabatanNama ' +
        'penilaiNama penilaiNipNrp penilaiUnorNama perilakuKerja perilakuKerjaNilai periode periodikId pnsDinilaiId ' +
        'predikat statusPenilai tahun tahunMulaiPenilaian tahunSelesaiPenilaian tanggalKonfirmasi tanggalMulai ' +
        'tanggalSelesai unitKerja why whyEn',
      EXPORTERS,
      'PREDICATE',
    ),
  },
  KinerjaPeriodikConnection: connection,
  KinerjaPeriodikEdge: edge(ofEmployee, EXPORTERS),
  KinerjaPeriodikBefore: part('confirmedAt hasilKerja perilakuKerja predikat'),
  KinerjaPeriodikCheck: {
    about: ofEmployee,
    fields: each('employee findings heldBack', EXPORTERS, 'PREDICATE'),
  },
  KinerjaPeriodikCheckConnection: connection,
  KinerjaPeriodikCheckEdge: edge(ofEmployee, EXPORTERS),
  KinerjaPeriodikReport: part('findings heldBack notes people periodCode periodState ready'),
  ExportFinding: part('code holdsBack mender message messageEn'),
  ExportFindingCount: part('finding people'),
  ExportNote: part('message messageEn'),
  Delivery: {
    about: aboutDelivery,
    fields: each(
      'acknowledgedAt changedRows id mine newRows periodCode remembered sinceId takenAt takenBy takenByKind total withdrawnRows',
      DELIVERY_KEEPERS | AUDIENCE.AUTHOR | AUDIENCE.COMMAND,
    ),
  },
  DeliveryConnection: connection,
  DeliveryEdge: edge(aboutDelivery, DELIVERY_KEEPERS | AUDIENCE.AUTHOR | AUDIENCE.COMMAND),
  DeliveryRecorded: part('cursor delivery replayed'),
  DeliveryRefused: refusal,
  ConfirmedPredicateEdge: edge(aboutRecord, PREDICATES | AUDIENCE.AUTHOR),
  PredicateConfirmed: part('confirmed cursor replayed'),
  ConfirmationRefused: refusal,

  Contest: {
    about: aboutContest,
    fields: each(
      'dueOn employee evidence id ifUpheld observation openedAt overdue periodCode reason ruling state',
      WORK,
      'OBJECTION',
    ),
  },
  ContestConnection: connection,
  ContestEdge: edge(aboutContest, WORK),
  ContestOpened: part('contest cursor replayed'),
  ContestRefused: refusal,
  ContestRuling: part('decision note replacement ruledAt ruledBy value'),
  RulingRecorded: part('contest cursor replayed'),
  RulingRefused: refusal,

  ScoreExplanation: {
    about: ofEmployee,
    fields: each(
      'asOf coverage employee ifUpheld knownAt nodes periodCode policyVersion proposal status value',
      WORK,
      'EXPLANATION',
    ),
  },
  UnitScoreExplanation: {
    about: ofUnit,
    fields: each('asOf coverage knownAt nodes periodCode policyVersion state unit value', FIGURES),
  },
  ExplanationNode: part(
    'contested contribution id kind measureUnit measureUnitEn name nameEn observationId parentId ruleId sentence ' +
      'sentenceEn shownContribution terms value',
  ),
  ExplanationTerm: part('measureUnit name nameEn value'),

  // Which changes there are for whom is decided where they are read; the rows in them have rules of their own.
  ChangesPage: part('changes endCursor hasNextPage'),
  Change: part(
    'id node op periodState previousPredicate previousScore reason reasons recordedAt sentence sentenceEn type ' +
      'validFrom version',
  ),
  ReportingLine: { about: ofEmployee, fields: each('appraiser employee startsOn', NAMES) },
  PreviousScore: {
    about: ofEmployee,
    fields: each('coverage observationCount proposed value', WORK, 'SCORE'),
  },
  PreviousPredicate: {
    about: ofEmployee,
    fields: each('confirmedAt id predicate value', PREDICATES, 'PREDICATE'),
  },

  UnitScore: {
    about: ofUnit,
    fields: each(
      'changedAt coverage headcount observationCount periodCode scoredHeadcount state unit unitId value',
      FIGURES,
    ),
  },
  WallSnapshot: {
    about: ofRegion,
    fields: each('at cursor demo happenings commitments period reason region units', OFFICE),
  },
  WallChange: {
    about: ofRegion,
    fields: each('at commitment cursor happening previous units', OFFICE),
  },
  UnitScoreUpdate: {
    about: ofRegion,
    fields: each('at cursor happenings periodCode previous reason unit', OFFICE),
  },
  ReasonsUpdate: { about: ofRegion, fields: each('at cursor happenings previous reason', OFFICE) },
  MyScoreUpdate: {
    about: ofEmployee,
    fields: each(
      'at coverage cursor delta observationCount periodCode planned previous proposal reason sentence sentenceEn value',
      AUDIENCE.SELF,
    ),
  },
  Heartbeat: { about: ofRegion, fields: each('at cursor previous', OFFICE) },
  WallHeartbeat: { about: ofRegion, fields: each('at cursor previous', OFFICE) },
  WallUnit: {
    about: ({ id }: { id: string }) => ({ unitId: id }),
    fields: each(
      'changedAt code coverage headcount id kind name observationCount order parentId scoredHeadcount state value',
      FIGURES,
    ),
  },
  WallCommitment: {
    about: ofUnit,
    fields: each('dueOn escalated id late movedAt settledOn state text unitId unitName withdrawn', FIGURES),
  },
  WallHappening: { about: ofUnit, fields: each('at delta id sentence sentenceEn unitId unitName', REASONS) },

  PairingCode: part('code expiresAt pollEverySeconds pollToken'),
  PairingPending: part('expiresAt pollEverySeconds'),
  DevicePaired: part('deviceId token'),
  PairingRefused: refusal,
  WallDevice: {
    about: ofRegion,
    fields: each('id lastSeenAt level name pairedAt revokedAt state unitIds units', KEEPERS),
  },
  WallDeviceConnection: connection,
  WallDeviceEdge: edge(ofRegion, KEEPERS),
  DeviceRecorded: part('cursor device replayed'),
  DeviceRefused: refusal,
  Service: {
    about: ofRegion,
    fields: each(
      'createdAt expiresAt id lastUsedAt name oldTokenUntil quotaPerHour requestsThisHour revokedAt scopes state ' +
        'unitIds units',
      KEEPERS,
    ),
  },
  ServiceConnection: connection,
  ServiceEdge: edge(ofRegion, KEEPERS),
  ServiceRecorded: part('cursor replayed service token'),
  ServiceRefused: refusal,

  Webhook: {
    about: ofRegion,
    fields: each(
      'createdAt disabledAt disabledBecause endedAt failingSince id lastSuccessAt name oldSecretUntil state types url',
      KEEPERS,
    ),
  },
  WebhookConnection: connection,
  WebhookEdge: edge(ofRegion, KEEPERS),
  WebhookDelivery: {
    about: ofRegion,
    fields: each('attempts id lastAttemptAt madeAt nextAttemptAt state status trouble type', KEEPERS),
  },
  WebhookDeliveryConnection: connection,
  WebhookDeliveryEdge: edge(ofRegion, KEEPERS),
  WebhookRecorded: part('cursor replayed secret webhook'),
  WebhookRefused: refusal,

  LookAtMe: {
    about: ofEmployee,
    fields: each('by count day fields firstAt lastAt name sentence sentenceEn', AUDIENCE.SELF),
  },
  LookAtMeConnection: connection,
  LookAtMeEdge: edge(ofEmployee, AUDIENCE.SELF),
  DataCorrection: {
    about: ofEmployee,
    fields: each(
      'about answeredAt decision dueAt employee id note overdue requestedAt text wanted',
      audiences('SELF', 'ADMINISTRATOR', 'COMMAND'),
      'IDENTITY',
    ),
  },
  DataCorrectionConnection: connection,
  DataCorrectionEdge: edge(ofEmployee, audiences('SELF', 'ADMINISTRATOR', 'COMMAND')),
  DataCorrectionRecorded: part('correction cursor replayed'),
  DataCorrectionRefused: refusal,
  Complaint: {
    about: ofUnit,
    fields: each(
      'answer answeredAt channel class dueOn filedAt id naming overdue respondBy state text unit',
      HANDLERS,
    ),
  },
  ComplaintConnection: connection,
  ComplaintEdge: edge(ofUnit, HANDLERS),
  ComplaintRecorded: part('complaint cursor replayed'),
  ComplaintRefused: refusal,
  // Whoever has the code is the one to whom it was given; whoever was let in to the name has the name.
  TrackedComplaint: part('answer class dueOn filedAt nameKept overdue respondBy state unitName'),
  ComplaintFiled: part('complaint cursor replayed trackingCode'),
  ComplainantErased: part('complaint cursor replayed'),
  ComplaintOffice: part('id name'),
  ComplainantOpened: part('contact name replayed'),
  ForumSeries: { about: ofRegion, fields: each('id kind name place quorum unit', FORUM) },
  ForumSeriesConnection: connection,
  ForumSeriesEdge: edge(ofRegion, FORUM),
  ForumSeriesPlanned: part('cursor replayed series'),
  ForumSession: {
    about: ofRegion,
    fields: each(
      'agenda attendance attended closedAt commitments concernedUnits hallCode heldOn id lastCommitments openedAt outcomes phase photos place quorum ' +
        'readBackAt scanned scannedGroups series sharedAt signatures signedAt startsAt title unit',
      FORUM,
    ),
  },
  ForumSessionConnection: connection,
  ForumSessionEdge: edge(ofRegion, FORUM),
  ForumSessionRecorded: part('cursor replayed session'),
  ForumSessionUpdate: part('at commitments cursor outcomes previous reason session'),
  ForumScanUpdate: part('at cursor previous reason scanned'),
  ForumHallCode: { about: ofUnit, fields: each('code unitId', HANDLERS) },
  ForumHall: part('heldOn place state title unitName'),
  ForumAttended: part('replayed'),
  ForumAttendRefused: refusal,
  ForumAgendaItem: part('endedAt id looksBack minutes startedAt title'),
  ForumAttendance: part('count group'),
  ForumOutcome: {
    about: ofRegion,
    fields: each(
      'alternatives amended answersId complaintId disputed id indicatorId itemId kind revision takenAt text unitId withdrawn',
      FORUM,
    ),
  },
  ForumAlternative: part('id takenAt text'),
  ForumSignature: { about: ofUnit, fields: each('covered name role signedAt strokes', MINUTES) },
  ForumPhoto: { about: ofUnit, fields: each('address id outcomeId public', MINUTES) },
  ForumPhotoRecorded: part('cursor photo replayed'),
  ForumEntriesLogged: part('cursor results serverNow'),
  ForumEntryResult: part('id refusal replayed state'),
  ForumRefused: refusal,
  Commitment: {
    about: ofRegion,
    fields: each(
      'dueOn escalated id late movedAt ownerRole ownerUnitId ownerUnitName promisedOn sessionId settledOn state steps text',
      FORUM,
    ),
  },
  CommitmentConnection: connection,
  CommitmentEdge: edge(ofRegion, FORUM),
  // Who may see which picture is in `sees-photo.ts`: to others its step has none.
  CommitmentPhoto: part('address height id public width'),
  CommitmentStep: part('at dueOn kind note photo state'),
  // What everybody may know who walks by.
  PublicForumUnit: part('id name'),
  PublicPromises: part('cannot keptInTime keptLate late open'),
  PublicOutcome: part('amended id kind text'),
  PublicForumSession: part('attended heldOn id kind outcomes phase photos place startsAt title unitName'),
  PublicForumPhoto: part('about address height id width'),
  PublicForumSessionConnection: connection,
  PublicForumSessionEdge: part('cursor node'),
  PublicCommitment: part(
    'dueOn id late movedAt ownerRole ownerUnitName promisedOn settledOn state steps text',
  ),
  PublicCommitmentConnection: connection,
  PublicCommitmentEdge: part('cursor node'),
  TrackedOutcome: part('commitments heldOn kind movedAt sessionTitle text unitName withdrawn'),
  CommitmentRecorded: part('commitment cursor replayed'),
  ServiceCounter: { about: ofUnit, fields: each('code id madeAt name open unit', HANDLERS) },
  ServiceCounterConnection: connection,
  ServiceCounterEdge: edge(ofUnit, HANDLERS),
  CounterRecorded: part('counter cursor replayed'),
  CounterRefused: refusal,
  Feedback: {
    about: ofUnit,
    fields: each('contactLeft counter id leftOn leftOutBecause ratings standing text unit', HANDLERS),
  },
  FeedbackConnection: connection,
  FeedbackEdge: edge(ofUnit, HANDLERS),
  ElementRating: part('element rating'),
  FeedbackRecorded: part('cursor feedback replayed'),
  FeedbackRefused: refusal,
  FeedbackSummary: {
    about: ofUnit,
    fields: each(
      'counted elements grade index leftOut quarter sentence sentenceEn unitId waiting wave waveClosesFrom',
      HANDLERS,
    ),
  },
  SurveyWave: part('closedAt counted index observationId'),
  SurveyWaveClosed: part('cursor replayed wave'),
  SurveyWaveRefused: refusal,
  FeedbackElement: part('answers element mean'),
  FeedbackLeftOut: part('count reason'),
  // Whoever has scanned the code stands before the counter; whoever left something was given its code.
  PublicCounter: part('name open unitName'),
  FeedbackLeft: part('cursor erasureCode replayed'),
  FeedbackContactErased: part('cursor replayed'),
  FeedbackContactOpened: part('contact replayed'),
  RecordPurpose: part('basis basisVerified days kind of purpose purposeEn ending endingEn title titleEn'),
  AuditEntry: {
    about: ofRegion,
    fields: each(
      'action actor at erased firstOffset lastOffset outcome people recordCount seq told',
      AUDIENCE.AUDITOR,
    ),
  },
  AuditEntryConnection: connection,
  AuditEntryEdge: edge(ofRegion, AUDIENCE.AUDITOR),
  AuditActor: part('id kind name'),
  AuditedPerson: part('employeeId fields'),

  DistributionCheck: part('basis counts findings organisation periodCode'),
  DistributionFinding: part('code limit sentence sentenceEn share'),
  PredicateCount: part('people predicate'),
  CreditPoints: part('level months points predicate'),
  CreditPointsRefused: refusal,
  SatisfactionIndex: part('elements grade index'),
  SatisfactionIndexRefused: refusal,
  ElementMean: part('element mean'),
  IdempotencyConflict: refusal,

  ImportDraft: {
    about: ofRegion,
    fields: each(
      'added appliedAt byService changed findings format id keptUntil kind left madeAt plannedAt putBack refused rows ' +
        'state unchanged undoneAt',
      PROVISIONERS,
    ),
  },
  ImportDraftConnection: connection,
  ImportDraftEdge: edge(ofRegion, PROVISIONERS),
  ImportRow: {
    about: ofImportRow,
    fields: {
      ...each('line outcome startsOn undo', PROVISIONERS),
      ...each('changes maskedNip name', PROVISIONERS, 'IDENTITY'),
      ...each('nip', PROVISIONERS, 'NIP'),
    },
  },
  ImportRowConnection: connection,
  ImportRowEdge: edge(ofImportRow, PROVISIONERS),
  ImportFieldChange: part('column new newName old oldName'),
  ImportFinding: {
    about: ofRegion,
    fields: each('code column leftOut line mender message messageEn', PROVISIONERS),
  },
  ImportFindingConnection: connection,
  ImportFindingEdge: edge(ofRegion, PROVISIONERS),
  ImportRecorded: part('cursor import replayed'),
  ImportRefused: refusal,
  ImportMoved: part('code field import mender message messageEn'),
};
