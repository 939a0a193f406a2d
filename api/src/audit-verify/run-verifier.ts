import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { ChainSource } from './chain-source.js';
import { databaseSource, inOneMoment } from './database-source.js';
import type { Verification } from './findings.js';
import { exportChain, folderSource } from './folder-source.js';
import { readCheckpoints, readPublicKey } from './read-checkpoints.js';
import { verifyChain } from './verify-chain.js';

const USAGE = `npm run audit:verify -- --region 35.78 [pilihan · options]

  --checkpoints FILE   titik periksa yang disimpan di luar basis data · checkpoints kept outside the database
  --public-key KEY     kunci publik penanda tangannya: berkas PEM atau base64, boleh beberapa
                       the key that signed them: a PEM file or base64, several where it was changed
  --export DIR         tulis rantai ke folder baru sebagai JSON lines · write the chain into a new folder
  --from DIR           periksa hasil ekspor tanpa basis data · verify such an export, without a database

Selesai dengan 0: utuh; 1: ada temuan; 2: tidak dapat diperiksa.
Ends with 0: whole; 1: findings; 2: could not be verified.
`;

/** What a shell is told. */
const EXIT = { whole: 0, findings: 1, failed: 2 } as const;
/** Where row level security holds the owner of the tables too, rows are there for the system alone. */
const SEE_EVERYTHING = '-c pantau.kind=SYSTEM';
/** Findings shown; all are counted. */
const SHOWN = 50;

/** What was asked for on the command line. */
export interface VerifierRequest {
  readonly region: string | null;
  readonly checkpoints: string | null;
  readonly publicKeys: readonly string[];
  readonly exportTo: string | null;
  readonly from: string | null;
}

/** Reads the command line; null where it cannot be used, and then the usage was told. */
export function readRequest(args: readonly string[], say: (line: string) => void): VerifierRequest | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        region: { type: 'string' },
        checkpoints: { type: 'string' },
        'public-key': { type: 'string', multiple: true },
        export: { type: 'string' },
        from: { type: 'string' },
      },
    });
    if (values.region === undefined && values.from === undefined) throw new TypeError('--region');
    return {
      region: values.region ?? null,
      checkpoints: values.checkpoints ?? null,
      publicKeys: values['public-key'] ?? [],
      exportTo: values.export ?? null,
      from: values.from ?? null,
    };
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    return null;
  }
}

/**
 * Verifies, or exports, one region's history and tells what was found.
 * @param databaseUrl not needed where an export is verified
 * @returns what the process ends with
 */
export async function runVerifier(
  request: VerifierRequest,
  databaseUrl: string | null,
  say: (line: string) => void,
): Promise<number> {
  const { region, from, exportTo } = request;
  if (from !== null) return report(request, await folderSource(from), say);
  if (databaseUrl === null || region === null) return EXIT.failed;
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'pantau audit verify',
    options: SEE_EVERYTHING,
  });
  await client.connect();
  try {
    return await inOneMoment(client, async () => {
      const source = databaseSource(client, region);
      if (exportTo === null) return report(request, source, say);
      say(`${await exportChain(source, exportTo)} baris diekspor · rows exported: ${exportTo}`);
      return EXIT.whole;
    });
  } finally {
    await client.end();
  }
}

async function report(
  request: VerifierRequest,
  source: ChainSource,
  say: (line: string) => void,
): Promise<number> {
  const keys = await readKeys(request.publicKeys);
  const text = request.checkpoints === null ? '' : await readFile(request.checkpoints, 'utf8');
  const { checkpoints, findings } = readCheckpoints(text, source.regionCode, keys);
  const began = performance.now();
  const verification = await verifyChain(source, checkpoints, findings);
  const seconds = (performance.now() - began) / 1000;
  for (const { kind, what, place, why } of verification.findings.slice(0, SHOWN)) {
    say(`${kind.padEnd(10)} ${what} ${place}: ${why}`);
  }
  if (verification.found > SHOWN) say(`… ${verification.found - SHOWN} lagi · more`);
  tell(verification, source.regionCode, seconds, say);
  if (checkpoints.length === 0) {
    say(
      'Tanpa titik periksa, riwayat yang ditulis ulang seluruhnya tidak terlihat · Without a checkpoint a history that was rewritten as a whole is not seen',
    );
  } else if (keys.length === 0) {
    say('Tanda tangan titik periksa tidak diperiksa · The signatures of the checkpoints were not looked at');
  }
  return verification.found === 0 ? EXIT.whole : EXIT.findings;
}

async function readKeys(texts: readonly string[]): Promise<KeyObject[]> {
  return Promise.all(
    texts.map(async (text) => readPublicKey(existsSync(text) ? await readFile(text, 'utf8') : text)),
  );
}

function tell(
  { counts, found, end }: Verification,
  regionCode: string,
  seconds: number,
  say: (line: string) => void,
): void {
  const { entries, changes, details, subjects, observations, evidence, checkpoints } = counts;
  const { erasedDetails, erasedWords } = counts;
  const rows = entries + changes + details + subjects + observations + evidence;
  say(
    `${regionCode}: ${entries} entri · entries, ${changes} perubahan · changes, ${observations} pengamatan · observations, ` +
      `${evidence} bukti lain · other evidence, ` +
      `${details} rincian · details, ${subjects} subjek · subjects, ${checkpoints} titik periksa · checkpoints`,
  );
  say(`Dihapus · Erased: ${erasedDetails} rincian · details, ${erasedWords} catatan · notes`);
  say(`Ujung · End: ${end.seq} ${end.hash}`);
  say(`${rows} baris · rows, ${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} baris/s · rows/s`);
  say(found === 0 ? 'Rantai utuh · The chain is whole' : `${found} temuan · findings`);
}
