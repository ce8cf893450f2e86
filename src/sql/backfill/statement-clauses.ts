import { scanSync } from '../../parser.ts'
import type { Node, ScanToken } from 'libpg-query'
import { selectOf } from './simple-statement.ts'

/** Where the clauses of a statement are, in code units. */
export interface Clauses {
  /** What is between FROM and WHERE of a query of the same rows. */
  readonly from: string
  /** The condition: from behind WHERE to its end; undefined where there is none. */
  readonly condition: { readonly start: number; readonly end: number } | undefined
  /** Where a condition would end. */
  readonly end: number
}

/** Finds the clauses of a simple statement; undefined where its parts are in parentheses. libpg-query is loaded. */
export function findClauses(text: string, tree: Node): Clauses | undefined {
  const bytes = Buffer.from(text, 'utf8')
  const at = (byte: number): number => bytes.subarray(0, byte).toString('utf8').length
  const tokens = topLevel(
    scanSync(text).tokens.filter(({ tokenName }) => !tokenName.endsWith('_COMMENT')),
  )
  // `is distinct from` is no clause.
  const find = (words: readonly string[], after = -1): number =>
    tokens.findIndex(
      (token, index) =>
        index > after &&
        words.includes(token.text.toLowerCase()) &&
        !isWord(tokens[index - 1], 'distinct'),
    )
  const start = (index: number): number => at(tokens[index]?.start ?? bytes.length)
  const stop = (index: number): number => at(tokens[index]?.end ?? bytes.length)
  const conflict = hasConflictClause(tree)
    ? tokens.findLastIndex(
        (token, index) => isWord(token, 'on') && isWord(tokens[index + 1], 'conflict'),
      )
    : -1
  const end = conflict < 0 ? text.length : start(conflict)
  const found = find(['where'])
  const where = found >= 0 && stop(found) <= end ? found : -1
  const from = fromText(text, tree, { find, start, stop, where, end })
  if (from === undefined || hasCondition(tree) !== where >= 0) return undefined
  return {
    from,
    condition: where < 0 ? undefined : { start: stop(where), end },
    end,
  }
}

function hasConflictClause(tree: Node): boolean {
  return 'InsertStmt' in tree && tree.InsertStmt.onConflictClause !== undefined
}

interface Finder {
  readonly find: (words: readonly string[], after?: number) => number
  readonly start: (index: number) => number
  readonly stop: (index: number) => number
  /** The token WHERE; -1 where there is none. */
  readonly where: number
  readonly end: number
}

function fromText(text: string, tree: Node, finder: Finder): string | undefined {
  if ('UpdateStmt' in tree)
    return fromOfUpdate(text, tree.UpdateStmt.fromClause !== undefined, finder)
  const { find, start, stop } = finder
  const until = untilWhere(finder)
  const from = find(['from'])
  if (from < 0) return undefined
  const using = 'DeleteStmt' in tree ? find(['using'], from) : -1
  if (using < 0) return text.slice(stop(from), until)
  return `${text.slice(stop(from), start(using))},${text.slice(stop(using), until)}`
}

function fromOfUpdate(text: string, hasFrom: boolean, finder: Finder): string | undefined {
  const { find, start, stop } = finder
  const [update, set] = [find(['update']), find(['set'])]
  if (update < 0 || set < 0) return undefined
  const table = text.slice(stop(update), start(set))
  return hasFrom ? `${table},${text.slice(stop(find(['from'])), untilWhere(finder))}` : table
}

function untilWhere({ where, start, end }: Finder): number {
  return where < 0 ? end : start(where)
}

function hasCondition(tree: Node): boolean {
  if ('UpdateStmt' in tree) return tree.UpdateStmt.whereClause !== undefined
  if ('DeleteStmt' in tree) return tree.DeleteStmt.whereClause !== undefined
  return 'InsertStmt' in tree && selectOf(tree.InsertStmt)?.whereClause !== undefined
}

/** The tokens that are in no parentheses. */
function topLevel(tokens: readonly ScanToken[]): ScanToken[] {
  let depth = 0
  return tokens.filter(({ text }) => {
    if (text === ')' || text === ']') depth -= 1
    const isOutside = depth === 0
    if (text === '(' || text === '[') depth += 1
    return isOutside
  })
}

function isWord(token: ScanToken | undefined, word: string): boolean {
  return token?.text.toLowerCase() === word
}
