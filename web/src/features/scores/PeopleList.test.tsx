import { renderToStaticMarkup } from 'react-dom/server';
import { readMarkup } from '../../testing/read-markup.js';
import { PeopleList } from './PeopleList.js';

describe('PeopleList', () => {
  const people = [
    { id: 'c', name: 'Yuliana', position: 'Lurah' },
    { id: 'b', name: 'agus Halim', position: 'Operator Data' },
    { id: 'a', name: 'Suparman', position: 'Petugas Loket' },
    { id: 'd', name: 'Suparman', position: 'Pendamping RW' },
  ];
  const html = renderToStaticMarkup(<PeopleList people={people} search="?region=35.78" language="id" />);

  it('is in alphabetical order, whatever order they came in, and tells people of the same name apart', () => {
    expect([...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, entry = '']) => readMarkup(entry))).toEqual([
      'agus Halim Operator Data',
      'Suparman Petugas Loket',
      'Suparman Pendamping RW',
      'Yuliana Lurah',
    ]);
  });
  it('shows no figure: nobody is ranked', () => {
    expect(readMarkup(html)).not.toMatch(/\d/);
  });
  it('leads to the page of each', () => {
    expect(html).toContain('<a href="/scores/b?region=35.78">');
  });
});
