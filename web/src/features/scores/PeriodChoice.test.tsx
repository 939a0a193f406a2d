import { renderToStaticMarkup } from 'react-dom/server';
import { PeriodChoice } from './PeriodChoice.js';

const THIRD = { code: '2026-Q3', name: 'Triwulan III 2026', nameEn: 'Quarter 3, 2026' };
const FOURTH = { code: '2026-Q4', name: 'Triwulan IV 2026', nameEn: 'Quarter 4, 2026' };

const draw = (period: string, periods: readonly (typeof THIRD)[]) =>
  renderToStaticMarkup(<PeriodChoice period={period} periods={periods} search="" language="id" />);

describe('PeriodChoice', () => {
  it('leads to the same page in each other period', () => {
    const html = draw('2026-Q4', [FOURTH, THIRD]);
    expect(html).toContain('<option value="2026-Q4" selected="">Triwulan IV 2026</option>');
    expect(html).toContain('<option value="2026-Q3">Triwulan III 2026</option>');
  });

  it('offers nothing where there is no other, and names one that is not listed by its code', () => {
    expect(draw('2026-Q4', [FOURTH])).toBe('<p class="period">Triwulan IV 2026</p>');
    expect(draw('2020-01', [])).toBe('<p class="period">2020-01</p>');
    expect(draw('2020-01', [FOURTH])).toContain('<option value="2020-01" selected="">2020-01</option>');
  });
});
