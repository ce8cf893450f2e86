import { loadModule } from '../../parser.ts'
import type { Node, RangeVar } from 'libpg-query'
import { quoteName } from '../quote.ts'
import type { BackfillOptions } from './backfill-options.ts'
import { findDividedTable } from './simple-statement.ts'
import { findClauses } from './statement-clauses.ts'
import type { Clauses } from './statement-clauses.ts'

/** A statement as it is run in batches. */
export interface BatchText {
  readonly sort: 'update' | 'delete' | 'insert'
  /** How the statement calls the rows of the table: its alias or its name, quoted. */
  readonly row: string
  /** Whether the statement has a condition. */
  readonly isConditional: boolean
  /** The statement for the rows that `predicate` selects too. Where its own text ends, nothing is moved but by `shift`. */
  readonly write: (predicate: string) => string
  /** A query of the rows that the statement selects and `predicate` too, whose columns are `columns`. */
  readonly select: (columns: string, predicate: string) => string
  /** Where a character of a written statement stands in the text of the statement; both from 0. */
  readonly placeOf: (character: number) => number
}

/**
 * Makes a text for batches of a simple UPDATE, DELETE or INSERT … SELECT; answers a reason where it is none, as what
 * is said of the statement.
 */
export async function parseBatchText(
  text: string,
  tree: Node,
  options: BackfillOptions,
): Promise<BatchText | string> {
  await loadModule()
  const source = findDividedTable(tree, options)
  if (typeof source === 'string') return source
  const clauses = findClauses(text, tree)
  if (clauses === undefined) return 'has its parts in parentheses. Write it without them'
  return batchTextOf(text, source, { tree, clauses })
}

interface Parsed {
  readonly tree: Node
  readonly clauses: Clauses
}

const opening = 'with changed as (\n'

function batchTextOf(
  text: string,
  { alias, relname = '' }: RangeVar,
  { tree, clauses: { from, condition, end } }: Parsed,
): BatchText {
  const head = text.slice(0, condition?.start ?? end)
  const own = condition === undefined ? '' : text.slice(condition.start, condition.end)
  const [open, close] = condition === undefined ? ['\nwhere ', ''] : [' (', '\n) and ']
  const moved = opening.length + head.length
  return {
    sort: sortOf(tree),
    row: quoteName(alias?.aliasname ?? relname),
    isConditional: condition !== undefined,
    write: (predicate) =>
      `${opening}${head}${open}${own}${close}${predicate}\n${text.slice(end)}${ending}`,
    select: (columns, predicate) =>
      `select ${columns} from ${from}\nwhere${open === ' (' ? open : ' '}${own}${close}${predicate}\n`,
    placeOf: (character) => {
      if (character < moved) return Math.max(0, character - opening.length)
      const inOwn = character - moved - open.length
      return inOwn >= 0 && inOwn <= own.length ? head.length + inOwn : 0
    },
  }
}

const ending = '\nreturning 1\n)\nselect count(*)::float8 as changed from changed'

function sortOf(tree: Node): BatchText['sort'] {
  if ('UpdateStmt' in tree) return 'update'
  return 'DeleteStmt' in tree ? 'delete' : 'insert'
}
