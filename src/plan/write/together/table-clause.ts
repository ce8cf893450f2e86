import type { ObjectId } from '../../../model/catalog.ts'
import { idOf } from '../../../model/object-id.ts'
import type { Statement } from '../../statement.ts'
import { printAction } from '../print-action.ts'
import { readAlterTable } from './alter-table-text.ts'

/** A statement as a clause of ALTER TABLE. */
export interface TableClause {
  readonly statement: Statement
  readonly table: ObjectId
  /** Whether it leaves the tables that inherit from it alone. */
  readonly only: boolean
  readonly pass: Pass
}

/** The passes in which ALTER TABLE works off its clauses, whatever their order is (ATRewriteCatalogs). */
const passes = [
  'drop identity',
  'drop not null',
  'drop',
  'type',
  'expression',
  'column',
  'not null',
  'constraint',
  'default',
  'rest',
] as const

/** One of them. */
type Pass = (typeof passes)[number]

/** Whether a clause is worked off before another one that is written before it. */
export function isAhead(clause: TableClause, earlier: TableClause): boolean {
  return passes.indexOf(clause.pass) < passes.indexOf(earlier.pass)
}

/**
 * Whether two clauses need two statements: one counts for a toast table, which comes at the end of that of a column. And
 * PostgreSQL 17 and 18 build keys again after the pass of types and after that of expressions. After the second they
 * look for constraints that the first has dropped ("cache lookup failed for constraint").
 */
export function areTwo(one: TableClause, other: TableClause): boolean {
  const both = new Set([one.pass, other.pass])
  return (
    (both.has('type') && both.has('expression')) ||
    (one.statement.afterColumns === true && other.pass !== 'rest') ||
    (other.statement.afterColumns === true && one.pass !== 'rest')
  )
}

/** A statement as a clause; undefined for what is another statement, or has to be one by itself. */
export function clauseOf(statement: Statement): TableClause | undefined {
  if (isApart(statement)) return undefined
  const text = readAlterTable(printAction(statement.action))
  const kind = text?.isForeign === true ? 'foreignTable' : 'table'
  const pass = text === undefined ? undefined : passOf(text.clause)
  return text === undefined || pass === undefined
    ? undefined
    : { statement, table: idOf(kind, text.table), only: text.only, pass }
}

/** What is told in separate words is a part of something that takes several statements. */
function isApart({ verb, tells, endsSegment, action }: Statement): boolean {
  const isOther = !verbs.has(verb) || !kinds.has(action.kind)
  return isOther || tells !== undefined || endsSegment
}

const verbs: ReadonlySet<string> = new Set(['create', 'alter', 'drop'])

const kinds: ReadonlySet<string> = new Set(['alter', 'alterColumn', 'addPart', 'dropPart', 'atlas'])

const forms: readonly (readonly [RegExp, Pass])[] = [
  [/^drop (?:column|constraint) /i, 'drop'],
  [/^add column /i, 'column'],
  [/^add constraint /i, 'constraint'],
  [/^alter column @ drop (?:default|expression)\b/i, 'drop'],
  [/^alter column @ drop not null\b/i, 'drop not null'],
  [/^alter column @ drop identity\b/i, 'drop identity'],
  [/^alter column @ type /i, 'type'],
  [/^alter column @ set expression /i, 'expression'],
  [/^alter column @ set not null\b/i, 'not null'],
  [/^alter column @ (?:set default|add generated) /i, 'default'],
  [
    /^alter column @ set (?:generated|start|increment|minvalue|maxvalue|cache|cycle|no cycle)\b/i,
    'rest',
  ],
  [/^alter column @ set (?:storage|compression|statistics) /i, 'rest'],
  [/^(?:alter column @ )?(?:set|reset|options) \(/i, 'rest'],
  [
    /^(?:replica identity|cluster on|set \(|reset \(|(?:no )?force row|(?:en|dis)able row|(?:en|dis)able (?:always |replica )?trigger|alter constraint) ?/i,
    'rest',
  ],
]

function passOf(clause: string): Pass | undefined {
  const plain = clause.replace(/^(alter column )(?:"(?:[^"]|"")*"|\S+)/i, '$1@')
  return forms.find(([form]) => form.test(plain))?.[1]
}
