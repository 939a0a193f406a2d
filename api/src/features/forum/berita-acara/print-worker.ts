import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

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

// What is handed to a thread holds no function: the foot of each page is put on here.
const { document, foot } = workerData as { document: TDocumentDefinitions; foot: string };
const [left = 0, , right = 0] = document.pageMargins as number[];
const bytes = await pdfmake
  .createPdf({
    ...document,
    // No heading stands alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel }, nodes) =>
      headlineLevel !== undefined && nodes.getFollowingNodesOnPage().every(({ text }) => text === undefined),
    footer: (page, pages) => ({
      style: 'small',
      margin: [left, 14, right, 0],
      columns: [{ text: foot }, { text: `Halaman ${page} dari ${pages}`, alignment: 'right' }],
    }),
  })
  .getBuffer();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(bytes);
