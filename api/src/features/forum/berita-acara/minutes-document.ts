import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { localMinute } from '../../../domain/calendar.js';
import { dateInWords, longDate } from '../../../domain/forum/date-in-words.js';
import { ATTENDANCE_GROUPS } from '../../../domain/forum/entry.js';
import type { Minutes } from '../../../domain/forum/minutes.js';
import { drawSignature } from './draw-signature.js';
import type { MinutesPaper, PaperSignature } from './minutes-paper.js';
import { GROUP_WORDS, KIND_WORDS, OUTCOME_WORDS, ROLE_WORDS, STATE_WORDS } from './minutes-words.js';

type Said = Minutes['outcomes'][number];
/** What stands in one cell of a table. */
type Cell = string | { readonly text: string; readonly bold?: boolean; readonly style?: string };

const CENTIMETRE = 28.35;
const DIGITS_SHOWN = 12;
/** What is kept together has to fit on a page: of a longer block the page shows the beginning and leaves out the rest. */
const TOGETHER = { characters: 900, lines: 12 };

/** The minutes as a paper on A4, in Indonesian, as an office prints them. */
export function minutesDocument(paper: MinutesPaper): TDocumentDefinitions {
  const { minutes, version, sha256, sessionId } = paper;
  const check = sha256.slice(0, DIGITS_SHOWN);
  return {
    pageSize: 'A4',
    pageMargins: [2.5 * CENTIMETRE, 2 * CENTIMETRE, 2 * CENTIMETRE, 2 * CENTIMETRE],
    info: { title: `Berita acara ${minutes.session.title}`, creator: 'Pantau', producer: 'Pantau' },
    language: 'id',
    ...(version === null
      ? { watermark: { text: 'DRAF', color: '#8a8a8a', opacity: 0.18, bold: true, angle: -50 } }
      : {}),
    defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.2 },
    styles: {
      heading: { bold: true, fontSize: 11.5, margin: [0, 12, 0, 4] },
      small: { fontSize: 8.5, color: '#444444' },
      head: { bold: true, fillColor: '#eeeeee' },
    },
    content: [
      ...letterhead(paper),
      ...opening(minutes),
      ...attendance(minutes),
      ...lastPromises(minutes),
      ...said(minutes),
      ...promises(minutes),
      ...amendments(minutes),
      ...signed(paper),
      {
        unbreakable: true,
        margin: [0, 18, 0, 0],
        columns: [
          {
            qr: `pantau:berita-acara/${sessionId}/${version ?? 'draf'}/sha256/${sha256}`,
            fit: 100,
            width: 115,
          },
          {
            style: 'small',
            margin: [0, 12, 0, 0],
            text: [
              `Sidik isi (SHA-256, ${DIGITS_SHOWN} angka pertama): `,
              { text: check, bold: true },
              '\nIsi berita acara ini dapat dicocokkan dengan yang tersimpan di Pantau: pindai kode ini, lalu bandingkan sidiknya.',
            ],
          },
        ],
      },
    ],
  };
}

/** What stands at the foot of every page, beside its number. */
export function footOf({ version, sha256 }: MinutesPaper): string {
  return `${versionWords(version)} · ${sha256.slice(0, DIGITS_SHOWN)}`;
}

function versionWords(version: number | null): string {
  if (version === null) return 'Draf, belum ditandatangani';
  return version === 1 ? 'Versi 1, sebagaimana ditandatangani' : `Versi ${version}, dengan perubahan`;
}

function letterhead({ regionName, minutes, version }: MinutesPaper): Content[] {
  return [
    { text: `PEMERINTAH ${regionName.toUpperCase()}`, alignment: 'center', bold: true, fontSize: 13 },
    { text: minutes.host.toUpperCase(), alignment: 'center', bold: true, fontSize: 15 },
    {
      margin: [0, 6, 0, 14],
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: 467, y2: 0, lineWidth: 2 },
        { type: 'line', x1: 0, y1: 3, x2: 467, y2: 3, lineWidth: 0.5 },
      ],
    },
    { text: 'BERITA ACARA', alignment: 'center', bold: true, fontSize: 13, decoration: 'underline' },
    { text: KIND_WORDS[minutes.series.kind].toUpperCase(), alignment: 'center', bold: true },
    { text: versionWords(version), alignment: 'center', style: 'small', margin: [0, 2, 0, 12] },
  ];
}

function opening({ series, session, host, concerned }: Minutes): Content[] {
  const clock = (instant: string) => localMinute(new Date(instant)).slice(-'HH:MM'.length).replace(':', '.');
  const { openedAt, closedAt, startsAt } = session;
  const from = openedAt === null ? startsAt.replace(':', '.') : clock(openedAt);
  const time = closedAt === null ? `pukul ${from} WIB` : `pukul ${from} sampai ${clock(closedAt)} WIB`;
  const others = concerned.length === 0 ? '' : `, bersama ${concerned.join(', ')}`;
  return [
    {
      alignment: 'justify',
      text: `Pada hari ini, ${dateInWords(session.heldOn)}, ${time}, bertempat di ${session.place}, ${host}${others} menyelenggarakan pertemuan ${series.name} dengan judul “${session.title}”.`,
    },
    heading('Acara'),
    {
      ol: session.agenda.map(({ title, minutes }) => `${title} (${minutes} menit)`),
    },
  ];
}

function attendance({ session, attended, quorate }: Minutes): Content[] {
  const counted = ATTENDANCE_GROUPS.map((group) => [
    GROUP_WORDS[group],
    { text: String(session.attendance[group] ?? 0), alignment: 'right' as const },
  ]);
  const met = quorate ? 'terpenuhi' : 'tidak terpenuhi';
  const quorum =
    session.quorum === 0 ? 'Kuorum tidak disyaratkan.' : `Kuorum ${session.quorum} orang: ${met}.`;
  return [
    heading('Hadir'),
    { text: `Hadir ${attended} orang. ${quorum}`, margin: [0, 0, 0, 4] },
    { layout: 'lightHorizontalLines', table: { widths: [160, 50], body: counted } },
    { style: 'small', text: 'Satu orang dapat dihitung dalam beberapa kelompok.', margin: [0, 2, 0, 0] },
  ];
}

function lastPromises({ lastCommitments }: Minutes): Content[] {
  if (lastCommitments.length === 0) return [heading('Janji pertemuan lalu'), nothing()];
  const rows = lastCommitments.map(({ text, owner, dueOn, state, late }) => [
    text,
    owner,
    longDate(dueOn),
    { text: late ? `${STATE_WORDS[state]}, lewat tenggat` : STATE_WORDS[state], bold: late },
  ]);
  const texts = lastCommitments.map(({ text }) => text);
  return together(
    [
      table(
        'Janji pertemuan lalu',
        ['Janji', 'Penanggung jawab', 'Tenggat', 'Keadaan'],
        ['*', 105, 95, 85],
        rows,
        texts,
      ),
    ],
    texts,
  );
}

function said({ outcomes }: Minutes): Content[] {
  const fresh = outcomes.filter(({ amends }) => !amends);
  const kinds = Object.entries(OUTCOME_WORDS).flatMap(([kind, words]): Content[] => {
    const ofKind = fresh.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return [];
    const texts = ofKind.map(withUnit);
    const name: Content = { text: words, bold: true, margin: [0, 4, 0, 2], headlineLevel: 2 };
    return together([name, { ol: texts }], texts);
  });
  return [heading('Hasil'), ...(kinds.length === 0 ? [nothing()] : kinds)];
}

function promises({ outcomes }: Minutes): Content[] {
  const made = outcomes.filter(({ kind, amends }) => kind === 'COMMITMENT' && !amends);
  if (made.length === 0) return [heading('Janji'), nothing()];
  return together(
    [promiseTable('Janji', made)],
    made.map(({ text }) => text),
  );
}

function promiseTable(words: string, made: readonly Said[]): Content {
  const rows = made.map(({ text, promise }, n) => [
    String(n + 1),
    text,
    promise === null ? '–' : [promise.owner, promise.ownerRole].filter(Boolean).join(', '),
    promise === null ? '–' : longDate(promise.dueOn),
  ]);
  return table(
    words,
    ['No.', 'Janji', 'Penanggung jawab', 'Tenggat'],
    [22, '*', 125, 95],
    rows,
    made.map(({ text }) => text),
  );
}

function amendments({ outcomes }: Minutes): Content[] {
  const added = outcomes.filter(({ amends }) => amends);
  if (added.length === 0) return [];
  const [made, others] = [
    added.filter(({ kind }) => kind === 'COMMITMENT'),
    added.filter(({ kind }) => kind !== 'COMMITMENT'),
  ];
  return [
    heading('Perubahan setelah ditandatangani'),
    ...(others.length === 0 ? [] : [{ ol: others.map(withUnit) }]),
    ...(made.length === 0 ? [] : [promiseTable('Janji yang ditambahkan', made)]),
  ];
}

function signed({ signatures, version }: MinutesPaper): Content[] {
  const closing =
    'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.';
  if (signatures.length === 0) {
    const words = version === null ? 'Belum ditandatangani.' : 'Tanda tangan tidak disimpan lagi.';
    return [
      { text: closing, margin: [0, 14, 0, 0] },
      heading('Tanda tangan'),
      { text: words, italics: true },
    ];
  }
  const rows = Array.from({ length: Math.ceil(signatures.length / 3) }, (_, n) =>
    signatures.slice(3 * n, 3 * n + 3),
  );
  return [
    { text: closing, margin: [0, 14, 0, 0] },
    heading('Tanda tangan'),
    ...rows.map((row): Content => ({
      unbreakable: true,
      columnGap: 10,
      margin: [0, 0, 0, 10],
      columns: [0, 1, 2].map((n) => (row[n] === undefined ? { text: '' } : { stack: signature(row[n]) })),
    })),
  ];
}

function signature({ role, name, strokes }: PaperSignature): Content[] {
  return [
    { text: role === null ? '…' : ROLE_WORDS[role], alignment: 'center' },
    drawSignature(strokes),
    { text: name ?? '(nama tidak disimpan lagi)', alignment: 'center', bold: true, decoration: 'underline' },
  ];
}

function heading(text: string): Content {
  return { text, style: 'heading', headlineLevel: 1 };
}

/** What is short stays with its heading on one page; what is long goes over several. */
function together(parts: Content[], texts: readonly string[]): Content[] {
  return isShort(texts) ? [{ unbreakable: true, stack: parts }] : parts;
}

/** Whether these texts, one below the other, surely fit on a page with what stands around them. */
function isShort(texts: readonly string[]): boolean {
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return characters <= TOGETHER.characters && lines <= TOGETHER.lines;
}

function nothing(): Content {
  return { text: 'Tidak ada.', italics: true };
}

function withUnit({ text, unitName }: Said): string {
  return unitName === null ? text : `${text} (${unitName})`;
}

/**
 * A table under its heading, which is a row of it: so the two are never on two pages, and whoever reads a later page
 * knows what it is. `texts` are those of the rows which somebody wrote: a row stays whole where all of them are short.
 */
function table(
  words: string,
  head: readonly string[],
  widths: (number | string)[],
  rows: readonly (readonly Cell[])[],
  texts: readonly string[],
): Content {
  const areShort = texts.every((text) => isShort([text]));
  const title = { text: words, style: 'heading', colSpan: head.length, marginLeft: -4 };
  const framed = (cell: Cell): TableCell => ({
    ...(typeof cell === 'string' ? { text: cell } : cell),
    border: [true, true, true, true],
  });
  return {
    // The heading has no frame; neither have the cells that it covers, which nothing else can be said of.
    layout: { defaultBorder: false },
    table: {
      headerRows: 2,
      keepWithHeaderRows: areShort ? 1 : 0,
      dontBreakRows: areShort,
      widths,
      body: [
        [title, ...head.slice(1).map(() => '')],
        head.map((text) => framed({ text, style: 'head' })),
        ...rows.map((row) => row.map(framed)),
      ],
    },
  };
}
