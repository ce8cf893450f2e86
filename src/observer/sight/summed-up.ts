import { askedAgain } from '../../postgres/connect.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { printPlainly } from '../../postgres/print-plainly.ts'
import { sumUpWithin } from './digest.ts'
import type { Digest, DigestOptions } from './digest.ts'
import { observeWithin, readLines } from '../observe.ts'
import type { Observation } from '../observe.ts'
import { observePortableWithin } from '../portable.ts'
import type { Survey } from '../survey.ts'

/** A database that was summed up. */
export interface SummedUp {
  readonly digest: Digest
  /** Reads the lines of some of its catalogs. The database must be as it was. */
  readonly linesWithin: (
    tx: Transaction,
    only: readonly string[],
    detail: Detail,
  ) => Promise<Observation>
}

/** Which lines there are: all, or those that are not about what initdb made, where that is known to be alike. */
export type Detail = 'all' | 'our own'

/**
 * Sums up a database inside a transaction of the caller's, which may have surveyed it, and then prints plainly. To read
 * lines, nothing is looked up again.
 */
export async function readSummedWithin(
  tx: Transaction,
  options: DigestOptions,
  surveyed?: Survey,
): Promise<SummedUp> {
  const { digest, found } = await sumUpWithin(tx, options, surveyed)
  const { version, columnOrder, unreadable } = digest
  return {
    digest,
    linesWithin: async (within, only, detail) => {
      if (detail === 'all') return observeAsWithin(within, { ...options, only })
      await printPlainly(within)
      const lines = await readLines(askedAgain(within), found, only)
      return {
        version,
        lines: lines.filter(({ builtIn }) => !builtIn),
        fields: ofCatalogs(digest.fields, only),
        builtIns: 'all',
        checksums: {},
        columnOrder,
        unreadable,
      }
    },
  }
}

/** All lines, so that they can be compared with those of a database of the same server, or of another one. */
export async function observeAsWithin(
  tx: Transaction,
  { portable, ...options }: DigestOptions,
): Promise<Observation> {
  return portable ? observePortableWithin(tx, options) : observeWithin(tx, options)
}

/** What is said of some catalogs. */
export function ofCatalogs<T>(
  byCatalog: Readonly<Record<string, T>>,
  only: readonly string[],
): Readonly<Record<string, T>> {
  const chosen = new Set(only)
  return Object.fromEntries(Object.entries(byCatalog).filter(([name]) => chosen.has(name)))
}
