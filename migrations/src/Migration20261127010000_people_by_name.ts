import { Migration } from '@mikro-orm/migrations';

/** Lists of people by name are read page by page; without it each page would sort everybody. */
export class Migration20261127010000_people_by_name extends Migration {
  override up(): void {
    this.addSql(`create index employee_name_index on employee (region_code, name, id)`);
  }

  override down(): void {
    this.addSql(`drop index employee_name_index`);
  }
}
