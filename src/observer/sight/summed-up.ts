import { askedAgain } from '../../postgres/connect.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { printPlainly } from '../../postgres/print-plainly.ts'
import { readChecksums } from '../initdb-checksums.ts'
import { sumUpWithin } from './digest.ts'
import type { Digest, DigestOptions } from './digest.ts'
import { readLines } from '../observe.ts'
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
      const isOwn = detail === 'our own'
      // What initdb made is told line by line between two servers.
      if (options.portable && !isOwn) return observePortableWithin(within, { ...options, only })
      await printPlainly(within)
      const asked = askedAgain(within)
      const lines = await readLines(asked, found, only)
      const catalogs = found.catalogs.filter(({ name }) => only.includes(name))
      return {
        version,
        lines: isOwn ? lines.filter(({ builtIn }) => !builtIn) : lines,
        fields: ofCatalogs(digest.fields, only),
        builtIns: isOwn ? 'all' : found.builtIns,
        checksums: isOwn ? {} : await readChecksums(asked, { ...found, catalogs }, lines),
        columnOrder,
        unreadable,
      }
    },
  }
}

function ofCatalogs<T>(
  byCatalog: Readonly<Record<string, T>>,
  only: readonly string[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(byCatalog).filter(([name]) => only.includes(name)))
}
