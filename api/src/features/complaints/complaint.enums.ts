import { registerEnumType } from 'type-graphql';
import type { ComplaintNaming } from '../../domain/complaint/accept-complainant.js';
import type { ComplaintChannel } from '../../domain/complaint/accept-complaint.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-clock.js';

/** How far a complaint has come. */
export type ComplaintState = 'RECEIVED' | 'ANSWERED';

export const COMPLAINT_CLASSES = {
  INFORMATION: 'INFORMATION',
  GRIEVANCE: 'GRIEVANCE',
  ASPIRATION: 'ASPIRATION',
  VIOLATION: 'VIOLATION',
  VIOLATION_IN_FIELD: 'VIOLATION_IN_FIELD',
} as const satisfies { [C in ComplaintClass]: C };
registerEnumType(COMPLAINT_CLASSES, {
  name: 'ComplaintClass',
  description:
    'What a citizen wants with a complaint, and so how many working days its answer may take (after SP4N-LAPOR!). The first response to all of them comes within 3 working days.',
  valuesConfig: {
    INFORMATION: { description: 'Permintaan informasi: a question. 5 working days.' },
    GRIEVANCE: { description: 'Keluhan: a service was poor. 5 working days.' },
    ASPIRATION: { description: 'Aspirasi: a wish. 14 working days.' },
    VIOLATION: {
      description: 'Pelanggaran: a rule was broken; nobody has to go and look. 14 working days.',
    },
    VIOLATION_IN_FIELD: {
      description: 'Pelanggaran dengan pemeriksaan lapangan: somebody has to go and look. 60 working days.',
    },
  },
});

export const COMPLAINT_CHANNELS = {
  WEB: 'WEB',
  COUNTER: 'COUNTER',
  FORUM: 'FORUM',
  PHONE: 'PHONE',
  LAPOR: 'LAPOR',
} as const satisfies { [C in ComplaintChannel]: C };
registerEnumType(COMPLAINT_CHANNELS, {
  name: 'ComplaintChannel',
  description: 'The way by which a complaint came.',
  valuesConfig: {
    WEB: { description: 'Citizens wrote it themselves.' },
    COUNTER: { description: 'Told at the counter; a facilitator wrote it down.' },
    FORUM: { description: 'Told at a forum with citizens; a facilitator wrote it down.' },
    PHONE: { description: 'Told on the telephone; a facilitator wrote it down.' },
    LAPOR: { description: 'Came by SP4N-LAPOR!; a facilitator took it over.' },
  },
});

export const COMPLAINT_NAMINGS = {
  ANONYMOUS: 'ANONYMOUS',
  SECRET: 'SECRET',
  NAMED: 'NAMED',
} as const satisfies { [N in ComplaintNaming]: N };
registerEnumType(COMPLAINT_NAMINGS, {
  name: 'ComplaintNaming',
  description:
    'Whether it is known who complains. A name never stands beside the complaint: it is kept apart, sealed, and each time that a facilitator of the unit opens it is told.',
  valuesConfig: {
    ANONYMOUS: { description: 'Anonim: no name is kept anywhere.' },
    SECRET: {
      description: 'Rahasia: name and contact are kept, and whoever opens them must not hand them on.',
    },
    NAMED: { description: 'Dengan nama: whoever handles the complaint may name the citizen to others.' },
  },
});

export const COMPLAINT_STATES = {
  RECEIVED: 'RECEIVED',
  ANSWERED: 'ANSWERED',
} as const satisfies { [S in ComplaintState]: S };
registerEnumType(COMPLAINT_STATES, {
  name: 'ComplaintState',
  description: 'How far a complaint has come.',
  valuesConfig: {
    RECEIVED: { description: 'Diterima: nobody has answered yet.' },
    ANSWERED: { description: 'Dijawab: it was answered, for good.' },
  },
});
