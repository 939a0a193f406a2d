import fc from 'fast-check';
import { compareRows, partTexts, ROW_PARTS, whyChanged, type RowPart } from './row-changes.js';
import type { KinerjaPeriodikRow } from './kinerja-periodik.js';

const ROW: KinerjaPeriodikRow = {
  ...{ bulanMulaiPenilaian: 7, bulanSelesaiPenilaian: 9, tahun: 2026, tahunMulaiPenilaian: 2026 },
  ...{ tahunSelesaiPenilaian: 2026, hasilKinerjaNilai: 2, perilakuKerjaNilai: 2, kuadranKinerjaNilai: null },
  ...{ koefisienId: null, periodikId: null, penilaiGolongan: null, penilaiJabatanNama: 'Lurah' },
  ...{ penilaiNama: 'Budi', penilaiNipNrp: '2', penilaiUnorNama: 'Kalijudan', pnsDinilaiId: null },
  ...({ statusPenilai: 'ASN', nip: '1', nama: 'Sari', unitKerja: 'Kalijudan', jabatan: 'Petugas' } as const),
  ...{ periode: '2026-Q3', tanggalMulai: '2026-07-01', tanggalSelesai: '2026-09-30' },
  ...({
    hasilKerja: 'MEETS',
    perilakuKerja: 'MEETS',
    predikat: 'BAIK',
    tanggalKonfirmasi: '2026-10-01',
  } as const),
};

const texts = (changed: Partial<KinerjaPeriodikRow> = {}, confirmation = 'a') =>
  partTexts({ ...ROW, ...changed }, confirmation);

it('KP5 a row is new, changed or taken back against the delivery that was kept', () => {
  expect(compareRows({ before: null, now: texts() })).toEqual({ change: 'NEW', parts: [] });
  expect(compareRows({ before: texts(), now: null })).toEqual({ change: 'WITHDRAWN', parts: [] });
  expect(compareRows({ before: texts(), now: texts() })).toBeNull();
  expect(compareRows({ before: null, now: null })).toBeNull();
});

it.each<[string, Partial<KinerjaPeriodikRow>, string, RowPart[]]>([
  ['a name', { nama: 'Sari Wulandari' }, 'a', ['PERSON']],
  ["an appraiser's post", { penilaiJabatanNama: 'Camat' }, 'a', ['APPRAISER']],
  ['a code alone', { kuadranKinerjaNilai: 2 }, 'a', ['CODES']],
  ['a predicate with its codes', { predikat: 'KURANG', kuadranKinerjaNilai: 4 }, 'b', ['RESULT']],
  ['the same predicate confirmed anew', {}, 'b', ['RESULT']],
  ['everything', { nama: 'x', penilaiNama: 'y', predikat: 'KURANG' }, 'b', ['RESULT', 'PERSON', 'APPRAISER']],
])('tells what differs: %s', (_what, changed, confirmation, parts) => {
  expect(compareRows({ before: texts(), now: texts(changed, confirmation) })).toEqual({
    change: 'CHANGED',
    parts,
  });
});

it('misses no field', () => {
  for (const field of Object.keys(ROW) as (keyof KinerjaPeriodikRow)[]) {
    const changed = { ...ROW, [field]: 'something else' } as unknown as KinerjaPeriodikRow;
    expect([field, compareRows({ before: texts(), now: partTexts(changed, 'a') })?.change]).toEqual([
      field,
      'CHANGED',
    ]);
  }
});

it('KP6 a row that changed says why', () => {
  const parts: RowPart[] = ['RESULT'];
  expect(
    whyChanged({ change: 'CHANGED', parts, note: 'Data loket lengkap', reopened: 'Ada bukti baru.' }),
  ).toEqual({
    id: 'Periode dibuka kembali: Ada bukti baru. Dikonfirmasi pejabat penilai: Data loket lengkap.',
    en: 'The period was opened again: Ada bukti baru. Confirmed by the appraiser: Data loket lengkap.',
  });
  expect(whyChanged({ change: 'WITHDRAWN', parts: [], note: null, reopened: 'Ada bukti baru' }).en).toBe(
    'The period was opened again: Ada bukti baru. Taken back: the score has moved since it was confirmed and waits to be confirmed anew, or its data now lack something.',
  );
  // That a period was opened again is no reason for another name.
  expect(whyChanged({ change: 'CHANGED', parts: ['PERSON'], note: 'x', reopened: 'y' }).en).toBe(
    'The data of the person were updated.',
  );
});

it('whatever happened between, applying the changes to what was kept gives what stands', () => {
  const people = fc.dictionary(fc.constantFrom('p1', 'p2', 'p3', 'p4'), fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(people, people, (kept, now) => {
      const stand = (text: string | undefined) =>
        text === undefined
          ? null
          : (Object.fromEntries(ROW_PARTS.map((part) => [part, text])) as Record<RowPart, string>);
      const mirror = { ...kept };
      for (const id of new Set([...Object.keys(kept), ...Object.keys(now)])) {
        const told = compareRows({ before: stand(kept[id]), now: stand(now[id]) });
        if (told?.change === 'WITHDRAWN') delete mirror[id];
        else if (told !== null) mirror[id] = now[id]!;
      }
      expect(mirror).toEqual(now);
    }),
  );
});
