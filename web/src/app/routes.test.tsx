import { isValidElement, type ComponentType } from 'react';
import { NotFoundPage } from '../features/start/NotFoundPage.js';
import { StartPage } from '../features/start/StartPage.js';
import { pageAt } from './routes.js';

const ID = '0198c1a0-0000-7000-8000-000000000002';

/** What a page about somebody is made of: the page itself, and the id it was given. */
function about(page: ComponentType): { readonly type: unknown; readonly props: unknown } {
  const drawn: unknown = (page as () => unknown)();
  if (!isValidElement(drawn)) throw new Error('The page draws nothing');
  return { type: drawn.type, props: drawn.props };
}

describe('pageAt', () => {
  it('knows the pages by their path, with or without a slash at the end', () => {
    expect(pageAt('/')).toBe(StartPage);
    expect(pageAt('/wall')).not.toBe(NotFoundPage);
    expect(pageAt('/wall/')).toBe(pageAt('/wall'));
  });
  it('gives a page about somebody the id in its path', () => {
    const person = about(pageAt(`/scores/${ID}`));
    const unit = about(pageAt(`/scores/unit/${ID}/`));
    expect([person.props, unit.props]).toEqual([{ id: ID }, { id: ID }]);
    expect(person.type).not.toBe(unit.type);
    expect(about(pageAt(`/scores/${ID}/`)).type).toBe(person.type);
  });
  it.each([
    '/nowhere',
    '/scores',
    '/scores/unit',
    '/scores/unit/',
    '/scores/198609262015051001',
    `/scores/${ID}/more`,
    `/wall/${ID}`,
    `/${ID}`,
  ])('finds nothing at %s', (path) => {
    expect(pageAt(path)).toBe(NotFoundPage);
  });
});
