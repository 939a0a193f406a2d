import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import { minutesDocument } from './minutes-document.js';
import type { MinutesPaper } from './minutes-paper.js';

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto.js'));
const font = (name: string) => path.join(folder, 'Roboto', `Roboto-${name}.ttf`);
const fonts = {
  normal: font('Regular'),
  bold: font('Medium'),
  italics: font('Italic'),
  bolditalics: font('MediumItalic'),
};
const own: ReadonlySet<string> = new Set(Object.values(fonts));
pdfmake.addFonts({ Roboto: fonts });
// A document of ours names no file and no address but the fonts; nothing that somebody typed may become one.
pdfmake.setLocalAccessPolicy((file) => own.has(file));
pdfmake.setUrlAccessPolicy(() => false);

/** The paper as the bytes of a PDF. */
export function writePdf(paper: MinutesPaper): Promise<Buffer> {
  return pdfmake.createPdf(minutesDocument(paper)).getBuffer();
}
