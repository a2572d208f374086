import type { SQLOutputValue } from 'node:sqlite';

/** Reads the columns of a row; throws for a column that holds something else. */
export interface RowReader {
  number(column: string): number;
  text(column: string): string;
  bytes(column: string): Uint8Array | undefined;
}

/** A reader of the row. */
export function readRow(row: Readonly<Record<string, SQLOutputValue>> | undefined): RowReader {
  return {
    number: (column) => {
      const value = row?.[column];
      return typeof value === 'number' ? value : refuse(column);
    },
    text: (column) => {
      const value = row?.[column];
      return typeof value === 'string' ? value : refuse(column);
    },
    bytes: (column) => {
      const value = row?.[column];
      return value instanceof Uint8Array ? value : undefined;
    },
  };
}

function refuse(column: string): never {
  throw new TypeError(`The column ${column} does not hold what it should.`);
}
