import { code, listOf, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'

/** Which rows an expression of a policy admits, where that is known, and the expression itself. */
export interface Predicate {
  readonly kind: 'own' | 'every' | 'none' | 'expression'
  readonly sql: string
  /** The column that holds the user's id, of `own`. */
  readonly column: string
}

const name = String.raw`(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_$]*)`
const user = String.raw`(?:auth\.uid\(\)|\( SELECT auth\.uid\(\) AS uid\))`
const own = new RegExp(`^\\((?:(${name}) = ${user}|${user} = (${name}))\\)$`)

/** Reads an expression as PostgreSQL prints it. Whatever has no known form stays an expression. */
export function predicateOf(sql: string): Predicate {
  if (sql === 'true') return { kind: 'every', sql, column: '' }
  if (sql === 'false') return { kind: 'none', sql, column: '' }
  const [found, left, right] = own.exec(sql) ?? []
  if (found === undefined) return { kind: 'expression', sql, column: '' }
  return { kind: 'own', sql, column: left ?? right ?? '' }
}

/** The rows that one of several predicates admits: `their own rows`, `every row`, `rows for which … holds`. */
export function rowsInWords(predicates: readonly Predicate[], whose: string): Prose {
  if (predicates.some(({ kind }) => kind === 'every')) return ['every row']
  const admitting = predicates.filter(({ kind }) => kind !== 'none')
  const words = admitting.map((predicate) => inWords(predicate, whose))
  // Two policies may say the same, if in other words.
  const different = [...new Map(words.map((each) => [JSON.stringify(each), each])).values()]
  return different.length === 0 ? ['no row'] : listOf(different)
}

/** The same of rows that are written: where every row is admitted, a new one may be any. */
export function newRowsInWords(predicates: readonly Predicate[], whose: string): Prose {
  return predicates.some(({ kind }) => kind === 'every')
    ? ['any row']
    : rowsInWords(predicates, whose)
}

function inWords({ kind, sql, column }: Predicate, whose: string): Prose {
  return kind === 'own'
    ? say`${whose} own rows (${code(column)} is the user’s id)`
    : say`rows for which ${code(sql)} holds`
}
