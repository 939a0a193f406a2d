import { uuidv7 } from 'uuidv7';
import { endOfDay, localDate } from '../../domain/calendar.js';
import type { Fact } from '../../domain/facts.js';
import { escalatesDue, escalation } from '../../domain/forum/commitment-clock.js';
import type { HasClock } from '../../platform/clock.js';
import { refused, type RefusalRow } from '../../domain/outcome.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from './commitment.store.js';
import { commitmentOnBoard } from './forum-state.js';

/** What the clock is told, mostly. */
const NOTHING_LATE = {
  when: 'No promise has become late.',
  field: null,
  mender: 'SENDER',
  message: { id: 'Tidak ada janji yang baru terlambat.', en: 'No promise has become late.' },
} as const satisfies RefusalRow;

/** How many are told of in one transaction. */
const AT_A_TIME = 100;

/**
 * Tells of promises whose last day is over, once to their unit and, some working days later, once to the unit above.
 * Nobody is blamed by it: the wall and the citizens see that it is late, and whoever can help hears of it.
 */
export async function noteLate(
  tx: HasCommitments & HasUnits & HasWorkingCalendar & HasClock,
): Promise<Verdict<{ noted: number }, 'NOTHING_LATE'>> {
  const today = localDate(tx.now);
  const isHoliday = await tx.workingCalendar.holidays();
  const overdue = await tx.commitments.holdOverdue(today, escalatesDue(today, isHoliday), AT_A_TIME);
  const due = overdue.flatMap((row) => {
    const clock = { state: row.state, dueOn: row.dueOn, settledOn: row.settledOn ?? null };
    const level = escalation(clock, today, isHoliday);
    return level > row.escalated ? [{ row, level }] : [];
  });
  // Nothing is recorded of a look that found nothing.
  if (due.length === 0) return refused('NOTHING_LATE', NOTHING_LATE);
  const units = new Map(
    (await tx.units.byIds([...new Set(due.map(({ row }) => row.unitId))])).map(({ id, name }) => [id, name]),
  );
  const facts: Fact[] = [];
  for (const { row, level } of due) {
    const told = { ...row, escalated: level, movedAt: tx.now };
    await tx.commitments.put(told);
    const { id: commitmentId, state, dueOn } = told;
    const kind = level === 1 ? ('LATE' as const) : ('ESCALATED' as const);
    await tx.commitments.addStep({
      ...{ id: uuidv7(), commitmentId, kind, state, note: null, photoId: null, dueOn, at: tx.now },
    });
    // It became late when its day was over, whenever that is found out.
    const at = endOfDay(dueOn);
    facts.push({
      ...{ kind: 'CommitmentChanged', because: kind, at },
      ...{
        commitment: commitmentOnBoard(told, units.get(told.unitId)!),
        kept: row.escalated === 0 ? '0' : null,
      },
    });
  }
  return did({ noted: due.length }, facts);
}
