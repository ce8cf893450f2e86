import type { Node, RangeVar } from 'libpg-query'
import type { Table } from './world/table.ts'
import { findTable } from './world/world.ts'
import type { World } from './world/world.ts'

/**
 * Why an expression over a table's rows cannot be evaluated before the statements run; undefined where it can. It may
 * name only what the database has already, and call nothing that answers otherwise the next time.
 */
export function hindranceOf(
  tree: Node | undefined,
  table: Table,
  world: World,
): string | undefined {
  for (const { name, value } of fieldsIn(tree)) {
    const reason = readers[name]?.(value, table, world)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** Whether a statement or an expression calls a function that may write rows. */
export function findWriter(tree: unknown, world: World): string | undefined {
  for (const { name, value } of fieldsIn(tree)) {
    if (name !== 'funcname') continue
    const [called, schema] = wordsOf(value).toReversed()
    if (called !== undefined && mayWrite(called, schema, world)) return called
  }
  return undefined
}

/** Functions of PostgreSQL that run a text as a statement. */
const runsText: ReadonlySet<string> = new Set([
  'query_to_xml',
  'query_to_xmlschema',
  'query_to_xml_and_xmlschema',
  'lo_unlink',
])

/** Functions of extensions that keep to the extension's tables. */
const keepsToItself: ReadonlySet<string> = new Set([
  'cron.schedule',
  'cron.unschedule',
  'cron.alter_job',
  'cron.schedule_in_database',
])

function mayWrite(called: string, schema: string | undefined, world: World): boolean {
  const { facts, madeWriters } = world

  if (runsText.has(called)) return true
  if (schema === 'pg_catalog' || (schema !== undefined && keepsToItself.has(`${schema}.${called}`)))
    return false
  if (madeWriters.has(called)) return true
  const names = schema === undefined ? undefined : `${schema}.${called}`
  return names === undefined
    ? [...facts.writers].some((name) => name.endsWith(`.${called}`))
    : facts.writers.has(names)
}

type Reader = (value: unknown, table: Table, world: World) => string | undefined

const readers: Readonly<Record<string, Reader>> = {
  funcname: (value, _table, { facts, made }) => {
    const name = wordsOf(value).at(-1) ?? ''
    if (made.has(name)) return `it calls ${name}, which the same run creates or changes`
    return facts.volatile.has(name) ? `it calls ${name}, which is volatile` : undefined
  },
  names: (value, _table, { made }) => {
    const name = wordsOf(value).at(-1) ?? ''
    return made.has(name) ? `it uses ${name}, which the same run creates or changes` : undefined
  },
  fields: (value, { columns }) => {
    const names = wordsOf(value)
    const unknown = columns.find(
      (column) => column.value === undefined && names.includes(column.name),
    )
    return unknown === undefined
      ? undefined
      : `the values of ${unknown.name} change before, in the same run`
  },
  RangeVar: (value, _table, world) => {
    const found = isRange(value) ? findTable(world, value) : undefined
    const isAsItIs = found?.same === true && found.unknown === undefined && isUnnamed(found)
    return isAsItIs ? undefined : 'it reads rows that are not told before'
  },
}

/** Whether a table and its columns still have the names that the database has. */
function isUnnamed({ schema, name, origin, columns, kind }: Table): boolean {
  return (
    kind === 'table' &&
    origin?.schema === schema &&
    origin.name === name &&
    columns.every((column) => column.origin === column.name && column.value !== undefined)
  )
}

function isRange(value: unknown): value is RangeVar {
  return typeof value === 'object' && value !== null && 'relname' in value
}

/** A field of a tree. */
interface Field {
  readonly name: string
  readonly value: unknown
}

/** Every field of a tree, in its order. A tree may be that of an insert of a hundred thousand rows. */
export function* fieldsIn(tree: unknown): Generator<Field> {
  const rest: Field[] = [{ name: '', value: tree }]
  for (let field = rest.pop(); field !== undefined; field = rest.pop()) {
    if (field.name !== '') yield field
    const { value } = field
    if (typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    const inner = Object.entries(value).map(([name, each]) => ({
      name: isList ? '' : name,
      value: each,
    }))
    for (const each of inner.toReversed()) rest.push(each)
  }
}

/** The words of a name as a list of nodes. */
export function wordsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    const text =
      typeof item === 'object' && item !== null && 'String' in item ? item.String : undefined
    const word = typeof text === 'object' && text !== null && 'sval' in text ? text.sval : undefined
    return typeof word === 'string' ? [word] : []
  })
}
