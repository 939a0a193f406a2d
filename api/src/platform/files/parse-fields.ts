import { parse } from 'csv-parse/sync';

/**
 * The fields of each record in bytes that hold complete records only, blank lines left out.
 * @throws where quotes do not match; what a `RecordSplitter` gives always does
 */
export function parseFields(records: Buffer, delimiter: string): string[][] {
  return parse(records, {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
}
