import type { HasClock } from '../../platform/clock.js';
import type { HasComplaints } from '../complaints/complaint.store.js';
import type { HasWorkingCalendar } from '../employees/calendar-day.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasCommitments } from './commitment.store.js';
import type { HasForum } from './forum.store.js';
import type { HasForumPhotos } from './photos/photo.store.js';

/** What taking an entry asks for, whatever it says. */
export type ForumNeeds = HasForum &
  HasForumPhotos &
  HasCommitments &
  HasUnits &
  HasIndicators &
  HasComplaints &
  HasWorkingCalendar &
  HasClock;
