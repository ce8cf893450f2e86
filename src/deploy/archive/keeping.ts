import { UserError, sameCommandWith } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import type { Queryable, Transaction } from '../../postgres/connect.ts'
import type { Answers, Kept } from '../questions/question.ts'
import { isFailure, whatIsLeft } from '../questions/refuse-answers.ts'
import type { Allowance } from '../questions/refuse-answers.ts'
import { renderAnswers, renderNotAsked } from '../questions/render-answers.ts'
import { keepLosses, noteNarrowed } from './keep-losses.ts'
import type { KeptRows } from './keep-losses.ts'
import { findKeepable } from './refuse-unkept.ts'

/** A rollback that keeps what it would lose. */
export interface Keeping {
  /** Decides what of a file's losses is kept. Throws UserError where some of them cannot be. */
  readonly decide: (db: Queryable, migration: Migration, asked: Answers) => Promise<void>
  /** Copies it, lets the file run, and notes what became of narrowed values. */
  readonly around: (
    migration: Migration,
  ) => (tx: Transaction, send: () => Promise<void>) => Promise<void>
  /** What was kept so far. */
  readonly kept: () => KeptRows[]
}

/** Keeps what files lose, each by its version. */
export function startKeeping({ allowDataLoss }: { readonly allowDataLoss: boolean }): Keeping {
  const items = new Map<string, readonly Kept[]>()
  const done = new Map<string, readonly KeptRows[]>()
  return {
    decide: async (db, { version }, asked) => {
      const underWay = done.size > 0
      items.set(version, await refuseUnkept(db, asked, { allowDataLoss, underWay }))
    },
    around:
      ({ version, name }) =>
      async (tx, send) => {
        const stored = await keepLosses(tx, { version, name }, items.get(version) ?? [])
        await send()
        await noteNarrowed(tx, stored)
        done.set(version, stored)
      },
    kept: () =>
      [...done.values()].flat().map(({ version, kind, schema, table, column, rows }) => ({
        version,
        kind,
        schema,
        table,
        column,
        rows,
      })),
  }
}

/** What of losses can be kept. Throws UserError where some of them cannot be, unless they may be lost. */
export async function refuseUnkept(
  db: Queryable,
  asked: Answers,
  { allowDataLoss, ...allowance }: Allowance,
): Promise<readonly Kept[]> {
  const { items, refused } = await findKeepable(db, asked)
  if (refused.length === 0 || allowDataLoss) return items
  throw new UserError(
    `this cannot be kept in the archive:\n${renderNotAsked(refused)}\n` +
      `${whatIsLeft(allowance)} Save what is needed. ${sameCommandWith('--archive', '--allow-data-loss')}`,
  )
}

/**
 * Throws UserError where the next apply of what is rolled back would fail on the rows that stay, before anything could be put
 * back: a column that comes back NOT NULL without a default.
 */
export function refuseNoReturn({ answers }: Answers, migrations: readonly Migration[]): void {
  const failing = answers.filter(
    (answer) =>
      isFailure(answer) && migrations.some(({ path }) => answer.place.startsWith(`${path}:`)),
  )
  if (failing.length === 0) return
  throw new UserError(
    `this could not be put back from the archive, since the next apply would fail on the rows that stay:\n${renderAnswers(failing)}\n` +
      'Nothing was changed. Save what is needed. With --allow-data-loss too the values are kept in the archive, and the migration can be applied ' +
      `where the table is empty. ${sameCommandWith('--archive', '--allow-data-loss')}`,
  )
}
