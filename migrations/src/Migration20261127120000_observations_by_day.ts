import { Migration } from '@mikro-orm/migrations';

/**
 * Lists of some days' observations pass over the pages of all others: observations lie mostly in the order of their
 * days. A BRIN index costs an observation next to nothing; one tree more would have to be written for each.
 */
export class Migration20261127120000_observations_by_day extends Migration {
  override up(): void {
    this.addSql(
      `create index observation_day_index on observation using brin
         (region_code, observed_at timestamptz_minmax_multi_ops) with (autosummarize = on)`,
    );
  }

  override down(): void {
    this.addSql(`drop index observation_day_index`);
  }
}
