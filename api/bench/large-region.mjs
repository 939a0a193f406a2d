import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { getDistricts, getVillages } from 'idn-area-data';

export const REGION = '35.78';
const INDICATORS = 5;

/** Writes the files of a whole kota: its real kecamatan and kelurahan, invented people and observations. */
export async function writeLargeRegion(folder, { employees, observations, now }) {
  const inRegion = ({ code }) => code.startsWith(`${REGION}.`);
  const districts = (await getDistricts()).filter(inRegion);
  const villages = (await getVillages()).filter(inRegion);
  const period = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
  const quarterStart = Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1);
  const span = Math.max(now.getTime() - 7_200_000 - quarterStart, 3_600_000);
  const nips = Array.from({ length: employees }, (_, n) => nipOf(n));

  await write(join(folder, 'units.csv'), 'code,name,kind,parent,order', function* () {
    let order = 0;
    for (const { code, name } of districts) yield `${code},Kecamatan ${name},KECAMATAN,,${(order += 1)}`;
    for (const { code, name } of villages)
      yield `${code},Kelurahan ${name},KELURAHAN,${code.slice(0, 8)},${(order += 1)}`;
  });
  await write(join(folder, 'employees.csv'), 'nip,name,status,unit,position', function* () {
    for (const [n, nip] of nips.entries()) {
      yield `${nip},Pegawai Rekaan ${n},PNS,${villages[n % villages.length].code},Petugas Pelayanan`;
    }
  });
  await write(
    join(folder, 'indicators.csv'),
    'code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition',
    function* () {
      for (let i = 0; i < INDICATORS; i += 1) {
        yield `BCH-0${i},Indikator ${i},Indicator ${i},%,HIGHER,MEAN,0,100,uji beban,Indikator rekaan untuk uji beban`;
      }
    },
  );
  await write(join(folder, 'targets.csv'), 'nip,indicator,period,weight,floor,target,stretch', function* () {
    for (const nip of nips) {
      for (let i = 0; i < INDICATORS; i += 1) yield `${nip},BCH-0${i},${period},20,50,90,99`;
    }
  });
  await write(join(folder, 'observations.csv'), 'key,nip,indicator,value,observed_at,note', function* () {
    for (let n = 0; n < observations; n += 1) {
      const at = new Date(quarterStart + ((n * 7_919_000) % span)).toISOString();
      yield `b${n},${nips[(n * 7) % employees]},BCH-0${n % INDICATORS},${60 + ((n * 31) % 400) / 10},${at},`;
    }
  });
}

/** Structurally right and plainly invented: sequence 9xx. */
function nipOf(n) {
  const birth = new Date(Date.UTC(1970, 0, 1 + (n % 7_000)));
  const sequence = 900 + Math.floor(n / 7_000);
  return `${birth.toISOString().slice(0, 10).replaceAll('-', '')}201503${1 + (n % 2)}${sequence}`;
}

async function write(path, header, rows) {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  let lines = [];
  const flush = async () => {
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    lines = [];
  };
  for (const row of rows()) {
    lines.push(row);
    if (lines.length === 5_000) await flush();
  }
  if (lines.length > 0) await flush();
  file.end();
  await finished(file);
}
