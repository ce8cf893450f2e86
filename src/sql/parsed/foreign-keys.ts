import { loadModule, parseSync, scanSync } from '../../parser.ts'
import type { ColumnDef, Constraint, CreateStmt, Node, ScanToken } from 'libpg-query'
import { trimBlanks } from '../scan/blank.ts'
import { quoteName, quoteQualified } from '../quote.ts'

/** A foreign key as a separate statement: `prefix` + `text`. `text` is a part of the table's statement. */
export interface SplitKey {
  readonly prefix: string
  readonly text: string
  /** Where `text` starts in the table's statement, in code units from 0. */
  readonly offset: number
}

/** A `create table` without its foreign keys: blanks replace them, so every other place stays right. */
export interface SplitTable {
  readonly text: string
  readonly keys: readonly SplitKey[]
}

/**
 * Splits the foreign keys off the text of one `create table`, so that tables may refer to each other in any order
 * and in cycles. What PostgreSQL would treat otherwise when it comes later stays: `not valid`, and the keys of
 * partitions and typed tables.
 */
export async function splitForeignKeys(text: string): Promise<SplitTable> {
  await loadModule()
  const tree = parseSync(text).stmts?.[0]?.stmt
  if (tree === undefined || !('CreateStmt' in tree) || isDerived(tree.CreateStmt)) {
    return { text, keys: [] }
  }
  const source = { bytes: Buffer.from(text, 'utf8'), tokens: scanSync(text).tokens }
  const found = findKeys(tree.CreateStmt, source)
  const blanks = [...found, ...findCommas(found, source.tokens)]
  return { text: blankOut(text, source.bytes, blanks), keys: found.map(({ key }) => key) }
}

function isDerived({ partbound, ofTypename }: CreateStmt): boolean {
  return partbound !== undefined || ofTypename !== undefined
}

interface Source {
  readonly bytes: Buffer
  readonly tokens: readonly ScanToken[]
}

interface Range {
  /** Bytes from 0; `end` is behind the last. */
  readonly start: number
  readonly end: number
}

interface FoundKey extends Range {
  /** Whether it is an element of the table's list, next to a comma. */
  readonly isElement: boolean
  readonly key: SplitKey
}

function findKeys(table: CreateStmt, source: Source): FoundKey[] {
  const { schemaname, relname = '' } = table.relation ?? {}
  const qualified =
    schemaname === undefined ? quoteName(relname) : quoteQualified(schemaname, relname)
  const alter = `alter table ${qualified} add `
  return (table.tableElts ?? []).flatMap((element) => {
    if ('Constraint' in element) return findElementKey(element.Constraint, alter, source)
    if ('ColumnDef' in element) return findColumnKeys(element.ColumnDef, alter, source)
    return []
  })
}

/** `constraint n foreign key (a, b) references …` between two commas. */
function findElementKey(constraint: Constraint, alter: string, source: Source): FoundKey[] {
  if (!isSplittable(constraint)) return []
  const start = constraint.location ?? 0
  const end = endOfElement(source.tokens, start)
  return [{ start, end, isElement: true, key: keyOf(alter, source.bytes, { start, end }) }]
}

/** `constraint n references …` behind a column's type, up to the column's next constraint. */
function findColumnKeys(column: ColumnDef, alter: string, source: Source): FoundKey[] {
  const constraints = (column.constraints ?? []).flatMap(constraintOf)
  return constraints.filter(isSplittable).flatMap((constraint) => {
    const start = constraint.location ?? 0
    const next = constraints.find(
      ({ contype, location = 0 }) =>
        location > start && contype?.startsWith('CONSTR_ATTR_') !== true,
    )
    const end = next?.location ?? endOfElement(source.tokens, start)
    const words = source.tokens.filter((token) => token.start >= start && token.end <= end)
    const references = words.find(({ text }) => text.toLowerCase() === 'references')
    // A collation may follow the key, and belongs to the column.
    const hasCollation = words.some(({ text }) => text.toLowerCase() === 'collate')
    if (references === undefined || hasCollation) return []
    const name =
      constraint.conname === undefined ? '' : `constraint ${quoteName(constraint.conname)} `
    const prefix = `${alter}${name}foreign key (${quoteName(column.colname ?? '')}) `
    const key = keyOf(prefix, source.bytes, { start: references.start, end })
    return [{ start, end, isElement: false, key }]
  })
}

function constraintOf(node: Node): Constraint[] {
  return 'Constraint' in node ? [node.Constraint] : []
}

function isSplittable({ contype, skip_validation: skipped }: Constraint): boolean {
  return contype === 'CONSTR_FOREIGN' && skipped !== true
}

/** Where the list element that starts at `start` ends: before the next comma or bracket of the list itself. */
function endOfElement(tokens: readonly ScanToken[], start: number): number {
  let depth = 0
  let end = start
  for (const token of tokens.filter((candidate) => candidate.start >= start)) {
    if (depth === 0 && (token.text === ',' || token.text === ')')) return end
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    end = token.end
  }
  return end
}

/** A comma for each element that goes: the one before it, or behind it where there is none left before. */
function findCommas(found: readonly FoundKey[], tokens: readonly ScanToken[]): Range[] {
  const code = tokens.filter((token) => !token.tokenName.endsWith('_COMMENT'))
  const commas: ScanToken[] = []
  for (const element of found.filter(({ isElement }) => isElement)) {
    const before = code.findLast((token) => token.end <= element.start)
    const behind = code.find((token) => token.start >= element.end)
    const free = [before, behind].find(
      (token) => token?.text === ',' && !commas.some(({ start }) => start === token.start),
    )
    if (free !== undefined) commas.push(free)
  }
  return commas
}

function keyOf(prefix: string, bytes: Buffer, { start, end }: Range): SplitKey {
  return {
    prefix,
    text: trimBlanks(bytes.subarray(start, end).toString('utf8')),
    offset: bytes.subarray(0, start).toString('utf8').length,
  }
}

/** Puts a blank for each character of the ranges, line breaks kept: PostgreSQL counts characters. */
function blankOut(text: string, bytes: Buffer, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  let result = ''
  let from = 0
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    result += bytes.subarray(from, start).toString('utf8')
    result += bytes.subarray(start, end).toString('utf8').replaceAll(/[^\n]/gu, ' ')
    from = end
  }
  return result + bytes.subarray(from).toString('utf8')
}
