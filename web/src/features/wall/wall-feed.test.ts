import { connectGraphql, type Graphql } from '../../lib/graphql/client.js';
import { currentMoment, elapsed } from '../../lib/moment.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { startFakeFeed, type Ending, type FakeFeed } from '../../testing/fake-feed.js';
import { until } from '../../testing/until.js';
import { freshness, type Freshness } from '../../lib/live/freshness.js';
import { createWallFeed, type WallFeed } from './wall-feed.js';

interface Wall {
  readonly region: string;
  readonly feed: WallFeed;
  readonly graphql: Graphql;
}

const KALIJUDAN = fakeUnitId(2);
const FORBIDDEN = 4403;
const inclusive = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('a wall feed against a server', () => {
  let server: FakeFeed;
  let stops: (() => void)[] = [];

  function openWall(region: string): Wall {
    const graphql = connectGraphql(server.origin);
    const feed = createWallFeed(graphql, region);
    const stop = feed.start();
    stops.push(() => {
      stop();
      graphql.socket.close();
    });
    return { region, feed, graphql };
  }
  function judge({ feed }: Wall): Freshness['kind'] {
    const { held, connection } = feed.view();
    return freshness(held.word && elapsed(held.word.heard, currentMoment()), connection).kind;
  }
  const isLive = (wall: Wall) => judge(wall) === 'LIVE';
  const valueOf = ({ feed }: Wall, id: string) =>
    feed.view().held.units.find((unit) => unit.id === id)?.value;

  beforeEach(async () => {
    server = await startFakeFeed();
  });
  afterEach(async () => {
    for (const stop of stops) stop();
    stops = [];
    await server.close();
  });

  it('shows the office, and a change within a second of its commit', async () => {
    const wall = openWall('35.78');
    await until('live', () => isLive(wall));
    expect(wall.feed.view().held.units).toHaveLength(12);
    server.change({ id: KALIJUDAN, value: '83' });
    await until('the new figure', () => valueOf(wall, KALIJUDAN) === '83');
    expect(wall.feed.view().held.happenings[0]).toMatchObject({ unitId: KALIJUDAN, delta: '0.596667' });
  });

  it('is live again within 15 s after every close code there is, from where it stood, and over one new connection', async () => {
    const endings: readonly Ending[] = ['RESET', ...inclusive(1000, 1015), ...inclusive(4000, 4515)];
    const walls = endings.map((ending) => openWall(String(ending)));
    await until('all live', () => walls.every(isLive), 30_000);
    for (const ending of endings) server.sever(String(ending), ending);
    await until('all lost', () => walls.every((wall) => wall.graphql.socket.connection() !== 'OPEN'));
    server.change({ id: KALIJUDAN, value: '84.5' }); // while nobody listens

    const forbidden = walls.find(({ region }) => region === String(FORBIDDEN))!;
    const others = walls.filter((wall) => wall !== forbidden);
    const isUpToDate = (wall: Wall) => isLive(wall) && valueOf(wall, KALIJUDAN) === '84.5';
    await until('all but 4403 live again and up to date', () => others.every(isUpToDate));

    const byRegion = Map.groupBy(server.asked, ({ region }) => region);
    for (const { region } of others) {
      expect([region, byRegion.get(region)]).toEqual([
        region,
        [
          { region, after: null },
          { region, after: '1:0' },
        ],
      ]);
    }
    expect(forbidden.graphql.socket.connection()).toBe('DENIED');
    expect(byRegion.get(String(FORBIDDEN))).toHaveLength(1);
    expect(valueOf(forbidden, KALIJUDAN)).toBe('82.403333'); // the last good value stays
  }, 60_000);

  it('finds a server that was away, and nudging it does not wait for the timer', async () => {
    const wall = openWall('35.78');
    await until('live', () => isLive(wall));
    server.refuse(true);
    server.sever('35.78', 1012);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(judge(wall)).not.toBe('LIVE');
    await until('a timed wait', () => wall.graphql.socket.connection() === 'WAITING');
    server.refuse(false);
    wall.graphql.socket.nudge();
    await until('live', () => isLive(wall));
  }, 60_000);

  it('is seen to be late within 5 s of silence, asks again from its cursor, and keeps the connection that answers', async () => {
    const wall = openWall('35.78');
    await until('live', () => isLive(wall));
    server.change({ id: KALIJUDAN, value: '83' });
    await until('the change', () => valueOf(wall, KALIJUDAN) === '83');
    server.silence(true);
    await until('late', () => judge(wall) === 'STALE');
    await until('asked again', () => server.asked.length === 2);
    expect(server.asked[1]).toEqual({ region: '35.78', after: '1:1' });
    expect(wall.graphql.socket.connection()).toBe('OPEN');
    expect(valueOf(wall, KALIJUDAN)).toBe('83');
    server.silence(false);
    await until('live', () => isLive(wall));
  }, 60_000);

  it('leaves a connection that no longer answers within 15 s', async () => {
    const wall = openWall('35.78');
    await until('live', () => isLive(wall));
    server.freeze();
    server.change({ id: KALIJUDAN, value: '84' });
    await until('the change over another connection', () => valueOf(wall, KALIJUDAN) === '84', 15_000);
    expect(isLive(wall)).toBe(true);
  }, 60_000);

  it('takes a new snapshot when the stream began anew', async () => {
    const wall = openWall('35.78');
    await until('live', () => isLive(wall));
    server.change({ id: KALIJUDAN, value: '83' });
    await until('the change', () => valueOf(wall, KALIJUDAN) === '83');
    server.renew();
    server.sever('35.78', 1012);
    await until('the new epoch', () => wall.feed.view().held.cursor === '2:0');
    expect(wall.feed.view().held.happenings).toEqual([]);
  }, 60_000);
});
