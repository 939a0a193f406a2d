import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBoundedLog } from './bounded-log.js';

it('moves what is over the limit aside, and a child goes on writing at the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-log-'));
  const path = join(folder, 'postgres.log');
  const write = (fd: number, text: string) => spawnSync('printf', [text], { stdio: ['ignore', fd, fd] });

  const first = await openBoundedLog(path, 10);
  write(first.fd, 'satu\\ndua\\ntiga\\n');
  expect(await first.tail(2)).toBe('dua\ntiga');
  await first.close();

  const second = await openBoundedLog(path, 10);
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('satu\ndua\ntiga\n');
  expect(statSync(path).size).toBe(0);
  write(second.fd, 'empat\\n');
  expect(readFileSync(path, 'utf8')).toBe('empat\n');
  await second.close();
  rmSync(folder, { recursive: true });
});
