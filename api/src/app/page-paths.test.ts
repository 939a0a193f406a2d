import { PAGE_PATHS as WEB_PATHS, PAGE_PATHS_ABOUT as WEB_PATHS_ABOUT } from '@pantau/web/page-paths';
import { isPage, PAGE_PATHS, PAGE_PATHS_ABOUT } from '../platform/http/page-paths.js';

const ID = '0198c1a0-0000-7000-8000-000000000002';

describe('the pages that the server knows', () => {
  it('are those that the web has', () => {
    expect([...PAGE_PATHS].toSorted()).toEqual([...WEB_PATHS].toSorted());
    expect([...PAGE_PATHS_ABOUT].toSorted()).toEqual([...WEB_PATHS_ABOUT].toSorted());
  });
  it.each(WEB_PATHS)('%s is one, with or without a slash at the end', (path) => {
    expect([isPage(path), isPage(`${path.replace(/\/$/, '')}/`)]).toEqual([true, true]);
  });
  it.each(WEB_PATHS_ABOUT)('%s is one below which ids have pages', (path) => {
    const isOneItself = PAGE_PATHS.includes(path);
    expect([isPage(path), isPage(`${path}/${ID}`), isPage(`${path}/${ID}/`)]).toEqual([
      isOneItself,
      true,
      true,
    ]);
  });
  it.each(['/nowhere', '/Wall', '/wall/more', '/scores/198609262015051001', `/wall/${ID}`, `/${ID}`])(
    '%s is none',
    (path) => {
      expect(isPage(path)).toBe(false);
    },
  );
});
