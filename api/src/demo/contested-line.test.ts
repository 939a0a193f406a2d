import { contestedLine } from './contested-line.js';
import { readStaticFiles } from './static-files.js';

describe('contestedLine', () => {
  it.each([
    ['an afternoon', '2026-11-24T09:00:00Z', '2026-11-23'],
    ['a Monday morning', '2026-11-23T00:30:00Z', '2026-11-20'],
    ['after Christmas and a weekend', '2026-12-27T05:00:00Z', '2026-12-24'],
    ['a day that is still the day before in UTC', '2026-11-24T17:30:00Z', '2026-11-24'],
  ])('was seen on the last working day before today: %s', (_, now, day) => {
    expect(contestedLine(new Date(now)).observed_at).toBe(`${day}T10:05:00+07:00`);
  });

  it('keeps its key from day to day', () => {
    const keys = ['2026-11-24T09:00:00Z', '2027-01-20T09:00:00Z'].map(
      (now) => contestedLine(new Date(now)).key,
    );
    expect(keys[0]).toBe(keys[1]);
  });

  it('is about an officer of Manyar Sabrangan and was seen by the lurah', async () => {
    const { employees, units } = await readStaticFiles();
    const { nip, observer } = contestedLine(new Date());
    const [officer, lurah] = [nip, observer].map((one) => employees.find((person) => person.nip === one)!);
    expect(units.find(({ code }) => code === officer!.unit)?.name).toBe('Manyar Sabrangan');
    expect(officer!.position).toBe('Petugas Loket Pelayanan');
    expect(lurah).toMatchObject({ unit: officer!.unit, position: 'Lurah' });
  });
});
