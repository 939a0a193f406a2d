import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import { attended, GROUPS, type Session } from './forum-session.js';
import { AttendanceQr } from './hall/AttendanceQr.js';
import { CONSOLE_WORDS, GROUP_WORDS } from './forum-words.js';

interface AttendanceProps {
  readonly session: Session;
  readonly language: Language;
}

/** How many are there, counted by taps; each tap is an entry, so that two who count are added up. */
export function Attendance({ session, language }: AttendanceProps) {
  const box = useBox();
  const { id, attendance, quorum, scanned = 0 } = session;
  const there = attended(attendance);
  return (
    <section className="part attendance" aria-labelledby="attendance">
      <h2 id="attendance">{CONSOLE_WORDS.attendance[language]}</h2>
      <p className="there" data-met={there >= quorum}>
        <strong>{there}</strong> {CONSOLE_WORDS.attended[language]} ·{' '}
        {there >= quorum
          ? `✓ ${CONSOLE_WORDS.quorumMet[language]}`
          : `${CONSOLE_WORDS.quorumOf[language]} ${quorum}`}
      </p>
      <ul className="counters">
        {GROUPS.map((group) => {
          const count = attendance[group] ?? 0;
          const name = GROUP_WORDS[group][language];
          const write = (change: number) => void box.write(id, { attend: { group, change } });
          return (
            <li key={group} className="counter" data-group={group}>
              <span>{name}</span>
              <button
                type="button"
                aria-label={`${CONSOLE_WORDS.less[language]}: ${name}`}
                disabled={count === 0}
                onClick={() => write(-1)}
              >
                −
              </button>
              <output aria-label={name}>{count}</output>
              <button
                type="button"
                aria-label={`${CONSOLE_WORDS.more[language]}: ${name}`}
                onClick={() => write(1)}
              >
                +
              </button>
            </li>
          );
        })}
      </ul>
      <p className="hint">{CONSOLE_WORDS.attendanceHint[language]}</p>
      <AttendanceQr session={id} scanned={scanned} counted={there} language={language} />
    </section>
  );
}
