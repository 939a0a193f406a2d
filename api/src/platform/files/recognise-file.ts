import { finding, type Finding } from './finding.js';

const UTF8_BOM = Buffer.of(0xef, 0xbb, 0xbf);

/** How files begin that people send in place of a text. */
const NOT_TEXT: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('PK\u0003\u0004'), 'Excel/ZIP'],
  [Buffer.of(0xd0, 0xcf, 0x11, 0xe0), 'Excel 97-2003'],
  [Buffer.of(0x1f, 0x8b), 'GZIP'],
  [Buffer.from('%PDF'), 'PDF'],
];

const UTF16_BOMS: readonly (readonly [Buffer, string])[] = [
  [Buffer.of(0xff, 0xfe), 'UTF-16 LE'],
  [Buffer.of(0xfe, 0xff), 'UTF-16 BE'],
];

/** What the first bytes of a file say: how many of them are a byte order mark, or why the file cannot be read. */
export function recogniseFile(head: Buffer): { readonly mark: number } | Finding {
  const begins = ([bytes]: readonly [Buffer, string]): boolean =>
    head.subarray(0, bytes.length).equals(bytes);
  const top = { line: 1 };

  const otherKind = NOT_TEXT.find(begins);
  if (otherKind !== undefined) return finding('FILE_NOT_TEXT', top, otherKind[1]);

  const utf16 = UTF16_BOMS.find(begins);
  if (utf16 !== undefined) return finding('FILE_NOT_UTF8', top, utf16[1]);
  // Without a mark, the letters of a header still leave every second byte zero.
  if (head.length > 1 && (head[0] === 0 || head[1] === 0)) return finding('FILE_NOT_UTF8', top, 'UTF-16');

  const lineFeed = head.indexOf('\n');
  const firstLine = lineFeed === -1 ? head : head.subarray(0, lineFeed);
  const carriageReturn = firstLine.indexOf('\r');
  if (carriageReturn !== -1 && carriageReturn < firstLine.length - 1)
    return finding('LINE_ENDING_UNKNOWN', top);

  return { mark: begins([UTF8_BOM, '']) ? UTF8_BOM.length : 0 };
}
