import { MY_DATA_PARTS, type MyDataPart } from './my-data-parts.js';
import type { MyDataOf, MyDataStore } from './my-data.store.js';

/** Rows that one statement reads, and the most of one part: beyond that the part says that it is not whole. */
const PAGE = 500;
const MOST_ROWS = 50_000;

/** Everything that Pantau keeps about a person, as pieces of one JSON text, so that no more than a page is held. */
export async function* writeMyData(
  myData: MyDataStore,
  of: MyDataOf,
  made: { readonly regionCode: string; readonly at: Date },
): AsyncGenerator<string> {
  yield `{\n"format": "pantau-my-data-1",\n"region": ${JSON.stringify(made.regionCode)},\n"madeAt": "${made.at.toISOString()}",\n`;
  yield `"about": ${JSON.stringify(ABOUT)},\n"parts": [`;
  let first = true;
  for (const part of Object.keys(MY_DATA_PARTS) as MyDataPart[]) {
    yield `${first ? '' : ','}\n{"name": "${part}", "about": ${JSON.stringify(MY_DATA_PARTS[part].about)}, "rows": [`;
    first = false;
    let rows = 0;
    let whole = true;
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<MyDataStore['page']>> = await myData.page(part, of, after, PAGE);
      const text = page.map(({ json }) => `\n${json}`).join(',');
      if (text !== '') yield rows === 0 ? text : `,${text}`;
      rows += page.length;
      if (page.length < PAGE) break;
      whole = rows < MOST_ROWS;
      if (!whole) break;
      after = page.at(-1)!.key;
    }
    yield `], "complete": ${whole}}`;
  }
  yield '\n]\n}\n';
}

const ABOUT = {
  id:
    'Semua yang disimpan Pantau tentang Anda (UU 27/2022 Pasal 7 dan 13). Setiap bagian menerangkan isinya. Yang keliru ' +
    'dapat dibetulkan melalui permintaan koreksi data; pengamatan melalui keberatan.',
  en:
    'Everything that Pantau keeps about you (UU 27/2022 Art. 7 and 13). Each part says what it is. What is wrong can be ' +
    'put right by a request to correct data; observations by an objection.',
};
