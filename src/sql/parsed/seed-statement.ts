import { loadModule, parseSync, scanSync } from '../../parser.ts'
import type { InsertStmt, Node, RangeVar, ScanToken } from 'libpg-query'
import { quoteName } from '../quote.ts'
import type { Statement } from '../scan/split.ts'

/** What to send for a statement of sample rows, or why it cannot be sent twice. */
export type SeedStatement =
  | { readonly kind: 'seed'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Makes a statement of sample rows one that leaves the rows alone that were there before. An insert gets `on conflict do
 * nothing`. What changes rows (`on conflict do update`, `update`) changes only rows that its transaction has made, such
 * as those of a trigger. The transaction has the isolation `repeatable read`, and its number before anything else.
 */
export async function seedStatement({ text, node }: Statement): Promise<SeedStatement> {
  await loadModule()
  const parts = findParts(parseSync(text).stmts?.[0]?.stmt)
  const other = isAllowed(node) ? parts.find(({ sort }) => !isAllowed(sort))?.sort : node
  if (other !== undefined) return { kind: 'refused', reason: refusalOf(other) }
  const tokens = scanSync(text).tokens.filter((token) => !token.tokenName.endsWith('_COMMENT'))
  const bytes = Buffer.from(text, 'utf8')
  return {
    kind: 'seed',
    text: applyEdits(
      bytes,
      parts.flatMap((part) => editsOf(part, tokens)),
    ),
  }
}

function isAllowed(sort: string): boolean {
  return ['InsertStmt', 'UpdateStmt', 'SelectStmt'].includes(sort)
}

function refusalOf(sort: string): string {
  return `Sample rows are loaded by insert and update (this is ${sort}). Leave the statement out of the file.`
}

/** A statement, or a statement inside one. */
interface Part {
  readonly sort: string
  readonly relation: RangeVar | undefined
  readonly insert: InsertStmt | undefined
}

function findParts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(findParts)
  if (typeof value !== 'object' || value === null) return []
  const own = isStatement(value) ? [partOf(value)] : []
  return [...own, ...Object.values(value).flatMap(findParts)]
}

/** The parser's JSON has each node in an object whose only key is its sort. */
function isStatement(value: object): value is Node {
  const [key = '', ...others] = Object.keys(value)
  return others.length === 0 && key.endsWith('Stmt')
}

function partOf(node: Node): Part {
  const sort = Object.keys(node)[0] ?? ''
  if ('InsertStmt' in node)
    return { sort, relation: node.InsertStmt.relation, insert: node.InsertStmt }
  if ('UpdateStmt' in node) return { sort, relation: node.UpdateStmt.relation, insert: undefined }
  return { sort, relation: undefined, insert: undefined }
}

/** A text to put in before a byte. */
interface Edit {
  readonly at: number
  readonly text: string
}

function editsOf({ relation, insert }: Part, tokens: readonly ScanToken[]): Edit[] {
  if (relation === undefined) return []
  const clauses = clausesOf(tokens, relation.location ?? 0)
  if (insert !== undefined && insert.onConflictClause === undefined)
    return [{ at: clauses.end, text: '\non conflict do nothing ' }]
  const isUpdate = insert === undefined || insert.onConflictClause?.action === 'ONCONFLICT_UPDATE'
  return isUpdate ? ownRowsOnly(relation, clauses) : []
}

/** Where the condition of a part is, if it has one, and where its `returning` or its end is, in bytes. */
interface Clauses {
  readonly condition: number | undefined
  readonly end: number
}

function clausesOf(tokens: readonly ScanToken[], from: number): Clauses {
  const own = topLevel(tokens.filter(({ start }) => start >= from))
  const returning = own.find((token) => isWord(token, 'returning'))
  // A condition before `set` is that of the conflict.
  const set = own.findIndex((token) => isWord(token, 'set'))
  const where = own.find((token, index) => index > set && set >= 0 && isWord(token, 'where'))
  return { condition: where?.end, end: returning?.start ?? own.at(-1)?.end ?? from }
}

/** The tokens that are in no parentheses, up to the parenthesis that ends the part. */
function topLevel(tokens: readonly ScanToken[]): ScanToken[] {
  const own: ScanToken[] = []
  let depth = 0
  for (const token of tokens) {
    if (closes(token)) depth -= 1
    if (depth < 0) break
    if (depth === 0) own.push(token)
    if (opens(token)) depth += 1
  }
  return own
}

function opens({ text }: ScanToken): boolean {
  return text === '(' || text === '['
}

function closes({ text }: ScanToken): boolean {
  return text === ')' || text === ']'
}

/** A quoted name has its quotes in the token's text. */
function isWord({ text }: ScanToken, word: string): boolean {
  return text.toLowerCase() === word
}

/**
 * A row whose transaction is not older than this one was made by this one: others that begin later are not seen. The
 * number of a subtransaction, as of a trigger that catches errors, is higher than that of its transaction.
 */
function ownRowsOnly({ alias, relname = '' }: RangeVar, { condition, end }: Clauses): Edit[] {
  const own = `pg_catalog.age(${quoteName(alias?.aliasname ?? relname)}.xmin) <= 0`
  if (condition === undefined) return [{ at: end, text: `\nwhere ${own} ` }]
  return [
    { at: condition, text: ' (' },
    { at: end, text: `\n) and ${own} ` },
  ]
}

function applyEdits(bytes: Buffer, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.at - b.at)
  const starts = [0, ...inOrder.map(({ at }) => at)]
  return starts
    .map((start, index) => {
      const piece = bytes.subarray(start, inOrder[index]?.at ?? bytes.length).toString('utf8')
      return `${index === 0 ? '' : (inOrder[index - 1]?.text ?? '')}${piece}`
    })
    .join('')
}
