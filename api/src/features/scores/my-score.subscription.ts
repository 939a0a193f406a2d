import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import type { ScoreState } from '../../domain/facts.js';
import { because } from '../../domain/wall/because.js';
import { Denied } from '../../platform/auth/denied.js';
import type { HasChanges } from '../../platform/changes/change-store.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { Context } from '../../platform/graphql/context.js';
import { After } from '../../platform/live/after.js';
import { followView, type LiveView } from '../../platform/live/follow-view.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { LiveStream } from '../../platform/live/live-stream.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { ShownPeriod } from '../indicators/shown-period.js';
import type { EmployeeScoreRow } from './employee-score.entity.js';
import { MyScoreMessage, MyScoreUpdate } from './my-score.object.js';
import type { HasScores } from './score.store.js';
import { whyItMoved, type ScoreMoved } from './why-it-moved.js';

type Ask = Context<HasIndicators & HasScores & HasChanges>;
type Message = typeof MyScoreMessage;

const MINE = { id: 'Nilai Anda', en: 'Your score' };
const NOTHING: ScoreState = { value: null, coverage: '0', observations: 0, predicate: null };

@Resolver()
export class MyScoreSubscription {
  @Subscription(() => MyScoreMessage, {
    subscribe: ({ args, context }) => {
      const { after } = args as { after?: string | null };
      const { regionCode, employeeId } = (context as Ask).actor;
      if (regionCode === null || employeeId === null) {
        throw new Denied('FORBIDDEN', 'Only somebody with an employee record has a score of their own.');
      }
      return new LiveStream(`score ${regionCode} ${employeeId}`, after ?? null, (from, signal) =>
        followView(context as Ask, viewOfScore(context as Ask, regionCode, employeeId), from, signal),
      );
    },
    description:
      'The score of whoever asks, in the period shown: its state with its cursor, then again at each change with what ' +
      'moved it, and a heartbeat each second. With `after` it goes on from there without a gap, or tells everything ' +
      'anew and says why. FORBIDDEN for accounts without an employee record.',
  })
  myScore(@Root() message: Message, @After() _after: string | null, @Ctx() _context: Ask): Message {
    return message;
  }
}

function viewOfScore(context: Ask, regionCode: string, employeeId: string): LiveView<Message> {
  const shown = new ShownPeriod(context, regionCode);
  return {
    regionCode,
    subjectId: employeeId,
    async picture(reason) {
      const { position, period, row } = await context.readAtOnce(regionCode, async (tx) => {
        const current = await tx.indicators.periodShownOn(localDate(context.now()));
        return {
          position: await tx.changes.head(),
          period: current?.code ?? null,
          row: current === null ? null : await tx.scores.get(employeeId, current.code),
        };
      });
      if (position === null) throw new Denied('NOT_FOUND', `This server holds no region ${regionCode}.`);
      shown.code = period;
      const cursor = formatCursor(position);
      const message = Object.assign(new MyScoreUpdate(), {
        ...{ cursor, previous: cursor, at: context.now(), reason },
        ...{ periodCode: period, planned: row !== null, employeeId },
        ...stated(row === null ? NOTHING : stateOf(row)),
        ...{ delta: null, sentence: null, sentenceEn: null },
      });
      return { message, position };
    },
    goesOnFrom: (seenAt) => shown.isThatOf(seenAt),
    async tell(change, stretch) {
      if (change.kind !== 'EmployeeScoreChanged') return null;
      const moved = change.payload as ScoreMoved;
      if (moved.periodCode !== shown.code) return (await shown.isOver(moved.periodCode)) ? 'ANEW' : null;
      const delta = moveOf(moved);
      const why = await whyItMoved(context.read(regionCode), [moved], delta);
      const sentence = why && because(MINE, why);
      return Object.assign(new MyScoreUpdate(), {
        ...{ ...stretch, at: change.recordedAt, reason: null },
        ...{ periodCode: moved.periodCode, planned: true, employeeId },
        ...stated(moved.after),
        delta: delta === null ? null : formatAmount(delta),
        sentence: sentence?.id ?? null,
        sentenceEn: sentence?.en ?? null,
      });
    },
    beat: (at, stretch) => Object.assign(new Heartbeat(), { at, ...stretch }),
  };
}

/** By how much a score moved; null where there was or is no value. */
function moveOf({ before, after }: ScoreMoved): Amount | null {
  const was = before?.value ?? null;
  return was === null || after.value === null ? null : amount(after.value) - amount(was);
}

function stated({ value, coverage, observations, predicate }: ScoreState) {
  return { value, coverage, observationCount: observations, proposal: predicate };
}

function stateOf({ value, coverage, observations, predicate }: EmployeeScoreRow): ScoreState {
  return {
    value: value === null || value === undefined ? null : formatAmount(amount(value)),
    coverage: formatAmount(amount(coverage)),
    observations,
    predicate: predicate ?? null,
  };
}
