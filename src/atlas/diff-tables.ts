import { UserError } from '../errors.ts'
import type { Variables } from '../files/environment.ts'
import { splitStatements } from '../sql/scan/split.ts'
import type { Statement } from '../sql/scan/split.ts'
import type { Atlas } from './atlas.ts'
import { listOtherTables } from './other-tables.ts'
import type { TableName } from './other-tables.ts'
import { withPasswords } from './passwords.ts'
import { readQuotedName } from './quoted-names.ts'
import { runAtlas } from './run-atlas.ts'
import { tunedUrl } from './tuned-url.ts'

/** Two databases, and what of them is compared. */
export interface DiffTables {
  /** URLs of the database as it is and as it should be. */
  readonly from: string
  readonly to: string
  readonly schemas: readonly string[]
  /** The tables that differ, and that are Atlas's to plan. */
  readonly tables: readonly TableName[]
  readonly variables: Variables
  /** Called when Atlas runs. */
  readonly begun?: (() => void) | undefined
}

/**
 * Asks Atlas for the statements that make the given tables of `from` those of `to`: with their columns, keys, checks,
 * indexes and comments, each without its semicolon, in Atlas's order. Of schemas and types it answers nothing. Without
 * tables it is not asked. Throws UserError with its own words where it cannot plan.
 */
export async function diffTables(atlas: Atlas, asked: DiffTables): Promise<string[]> {
  if (asked.tables.length === 0) return []
  const narrowed = await narrow(atlas, asked)
  const schemas = asked.schemas.flatMap((schema) => ['--schema', csv(schema)])
  const run = await withPasswords(
    [tunedUrl(asked.from), tunedUrl(asked.to)],
    ({ urls: [from = '', to = ''], variables: added }) => {
      const states = ['--from', from, '--to', to, '--format', '{{ sql . }}']
      const words = ['schema', 'diff', ...states, ...schemas, ...narrowed]
      const { variables: own, begun } = asked
      return runAtlas(atlas, words, { variables: own, added, begun })
    },
  )
  if (run.kind === 'failed') throw refusal(atlas, asked, run.message)
  const statements = await splitStatements(run.out, `the plan of Atlas ${atlas.version}`)
  return statements.filter(isOfTables).map(({ text }) => text)
}

function refusal(atlas: Atlas, { tables }: DiffTables, why: string): UserError {
  const names = tables.map(({ schema, name }) => `${schema}.${name}`).join(', ')
  return new UserError(`Atlas ${atlas.version} cannot plan ${names}: ${why}`)
}

/** In the words of the engine. */
function unescaped(name: string): string {
  return `the name ${name} holds a double quote, which Atlas does not escape`
}

/** The engine looks at the named tables only; the command line is told to leave out all others, and types. */
async function narrow(atlas: Atlas, asked: DiffTables): Promise<string[]> {
  if (atlas.kind === 'engine')
    return asked.tables.flatMap(({ schema, name }) => ['--include', csv(dotted(schema, name))])
  const inQuotes = asked.schemas.find((name) => name.includes('"'))
  for (const url of [asked.from, asked.to]) {
    const name = inQuotes ?? (await readQuotedName(url, asked.tables))
    if (name !== undefined) throw refusal(atlas, asked, unescaped(name))
  }
  const others = await listOtherTables(asked)
  return [
    ...asked.schemas.map((schema) => dotted(pattern(schema), '*[type=enum]')),
    ...others.map(({ schema, name }) => dotted(pattern(schema), `${pattern(name)}[type=table]`)),
  ].flatMap((glob) => ['--exclude', csv(glob)])
}

/** A name as a glob that matches it only. */
function pattern(name: string): string {
  return name.replaceAll(/[\\*?[]/g, String.raw`\$&`)
}

/** Two names as Atlas reads them: divided by a dot, quoted where they hold one. */
function dotted(...names: readonly string[]): string {
  return names.map((name) => quoted(name, '.')).join('.')
}

/** A value of a flag that takes a list. */
function csv(value: string): string {
  return quoted(value, ',')
}

function quoted(value: string, divider: string): string {
  const plain = !value.includes(divider) && !/["\r\n]|^\s/.test(value)
  return plain ? value : `"${value.replaceAll('"', '""')}"`
}

/** Schemas and types are planned elsewhere: what Atlas says of them is passed over. */
function isOfTables({ node, tree }: Statement): boolean {
  if ('DropStmt' in tree) return !others.has(tree.DropStmt.removeType ?? '')
  if ('CommentStmt' in tree) return !others.has(tree.CommentStmt.objtype ?? '')
  return !['CreateSchemaStmt', 'CreateEnumStmt', 'AlterEnumStmt'].includes(node)
}

const others: ReadonlySet<string> = new Set(['OBJECT_SCHEMA', 'OBJECT_TYPE'])
