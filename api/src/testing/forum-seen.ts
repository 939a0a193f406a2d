import type { Locator, Page } from 'playwright-core';

/** What a wall shows of promises, page after page as its remote turns them, each by its words. */
export async function promisesOnWall(wall: Page): Promise<string[]> {
  await wall.keyboard.press('Space'); // It stands still until all of it was read.
  const pages = wall.locator('.pages > .page');
  const read: string[] = [];
  for (let n = 0; n < (await pages.count()); n += 1) {
    await turnTo(wall, pages.nth(n));
    read.push(...(await wall.locator('.page-shown[data-page=PROMISES] h3').allTextContents()));
  }
  return read;
}

async function turnTo(wall: Page, page: Locator): Promise<void> {
  const shown = page.and(wall.locator('.page-shown'));
  for (let turns = 0; (await shown.count()) === 0; turns += 1) {
    if (turns > 50) throw new Error('The wall does not turn its pages.');
    await wall.keyboard.press('ArrowRight');
  }
}

/** The card of the session that is held on this day, on the public page of promises. */
export function publicSession(page: Page, heldOn: string): Locator {
  const sessions = page.locator('section', { has: page.locator('#sessions') });
  return sessions.getByRole('article').filter({ has: page.locator(`time[datetime="${heldOn}"]`) });
}

/** What came of a session, as anybody reads it: what it was, and the words. */
export async function readPublicOutcomes(session: Locator): Promise<{ kind: string; text: string }[]> {
  await session.getByText('Yang disampaikan dan disepakati').click();
  const rows = await session.locator('.agreed li').all();
  return Promise.all(
    rows.map(async (row) => ({
      kind: await row.locator('.agreed-kind').innerText(),
      text: await row.locator('.prose').innerText(),
    })),
  );
}

/** The promises under way on the public page, with all that is behind “load more”. */
export async function readPublicPromises(page: Page): Promise<string[]> {
  const underWay = page.locator('section', { has: page.locator('#under-way') });
  const cards = underWay.getByRole('article');
  const more = underWay.getByRole('button', { name: 'Muat lagi' });
  await cards.first().waitFor();
  while ((await more.count()) > 0) {
    const shown = await cards.count();
    await more.click();
    await cards.nth(shown).waitFor();
  }
  return cards.locator('h3').allTextContents();
}
