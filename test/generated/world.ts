/**
 * A column; `type` is a name of `columnTypes` or of `specialTypes`, that of a type of the world or
 * an array of it, or `ref:` and a table.
 */
export interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly hasDefault: boolean
}

/** A table; the first column is its primary key. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly partitions: Partitions | undefined
  /** The table that it inherits from. */
  readonly inherits: string | undefined
  readonly rowSecurity: boolean
}

/** The partitions of a table, by its first column. */
export interface Partitions {
  readonly by: 'hash' | 'list'
  readonly count: number
  /** By how many places the values of a list have moved along the partitions. */
  readonly shift: number
  /** Whether the first one is partitioned too. */
  readonly isNested: boolean
}

/** What a table has besides columns, and what uses it. Each has a name that nothing else has. */
export interface Part {
  readonly kind: PartKind
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  /** The table that a key refers to, or the function that is called. */
  readonly other: string | undefined
  /** What else a statement says: an action, a command, a role, a text. */
  readonly option: string
}

/** Kinds of parts. */
type PartKind =
  | 'key'
  | 'check'
  | 'unique'
  | 'index'
  | 'exclusion'
  | 'statistics'
  | 'default'
  | 'view'
  | 'materialized'
  | 'rule'
  | 'publication'
  | 'trigger'
  | 'policy'
  | 'grant'
  | 'comment'

/** A type of the world. */
export type OwnType =
  | { readonly kind: 'enum'; readonly name: string; readonly labels: readonly string[] }
  | {
      readonly kind: 'domain'
      readonly name: string
      readonly base: string
      readonly limit: number
    }
  | { readonly kind: 'composite'; readonly name: string; readonly fields: readonly OwnField[] }
  | { readonly kind: 'range'; readonly name: string; readonly subtype: string }

/** A field of a composite type. */
export interface OwnField {
  readonly name: string
  readonly type: string
}

/** A function: of a trigger, of a text, or over the rows of a table. */
export type Routine =
  | { readonly kind: 'trigger'; readonly name: string; readonly body: number }
  | {
      readonly kind: 'plain'
      readonly name: string
      readonly body: number
      readonly hasDefault: boolean
      readonly language: 'sql' | 'plpgsql'
    }
  | {
      readonly kind: 'rows'
      readonly name: string
      readonly table: string
      readonly isAtomic: boolean
    }

/** A sequence. */
export interface Sequence {
  readonly name: string
  readonly increment: number
}

/** The objects of a schema, which refer to each other by names. */
export interface World {
  readonly types: readonly OwnType[]
  readonly sequences: readonly Sequence[]
  readonly tables: readonly Table[]
  readonly routines: readonly Routine[]
  readonly parts: readonly Part[]
}

/** A world without what refers to something that it lacks. */
export function prune(world: World): World {
  const own = new Set(world.types.map(({ name }) => name))
  const ownTypes = world.types.filter(
    (type) => type.kind !== 'domain' || type.base in columnTypes || own.has(type.base),
  )
  const types = new Set([
    ...Object.keys(columnTypes),
    ...specialTypes,
    ...ownTypes.flatMap(({ name }) => [name, `${name}[]`]),
    ...world.tables.map(({ name }) => `ref:${name}`),
  ])
  const tables = withParents(world.tables).map((table) => ({
    ...table,
    columns: table.columns.filter(({ type }) => types.has(type)),
  }))
  const columns = new Map(
    tables.map((table) => [table.name, new Set(table.columns.map(({ name }) => name))]),
  )
  const routines = world.routines.filter((each) => each.kind !== 'rows' || columns.has(each.table))
  const kinds = new Map(routines.map(({ name, kind }) => [name, kind]))
  const parts = world.parts.flatMap((part) => {
    const names = columns.get(part.table)
    return names === undefined ? [] : prunePart(part, names, { kinds, tables: columns })
  })
  return { ...world, types: ownTypes, tables, routines, parts }
}

/** What inherits goes with its parent, which comes before it. */
function withParents(tables: readonly Table[]): readonly Table[] {
  return tables.reduce<readonly Table[]>((kept, table) => {
    const { inherits } = table
    const isLost = inherits !== undefined && !kept.some(({ name }) => name === inherits)
    return isLost ? kept : [...kept, table]
  }, [])
}

interface Known {
  readonly kinds: ReadonlyMap<string, Routine['kind']>
  readonly tables: ReadonlyMap<string, unknown>
}

function prunePart(part: Part, own: ReadonlySet<string>, known: Known): Part[] {
  const columns = part.columns.filter((name) => own.has(name))
  if (columns.length < part.columns.length && !keepsRest(part, columns)) return []
  const needs = needed[part.kind]
  if (hasOther(part, known, needs)) return [{ ...part, columns }]
  return needs === 'plain' ? [{ ...part, columns, other: undefined }] : []
}

/** Some do with the columns that are left. */
function keepsRest({ kind }: Part, columns: readonly string[]): boolean {
  return ['view', 'trigger', 'publication'].includes(kind) && columns.length > 0
}

function hasOther({ other = '' }: Part, { kinds, tables }: Known, needs: string): boolean {
  return needs === 'table' ? tables.has(other) : kinds.get(other) === needs
}

/** What the other object of a part has to be; a part does without a plain function. */
const needed: Readonly<Record<PartKind, 'table' | 'trigger' | 'plain'>> = {
  key: 'table',
  check: 'plain',
  unique: 'plain',
  index: 'plain',
  exclusion: 'plain',
  statistics: 'plain',
  default: 'plain',
  view: 'plain',
  materialized: 'plain',
  rule: 'plain',
  publication: 'plain',
  trigger: 'trigger',
  policy: 'plain',
  grant: 'plain',
  comment: 'plain',
}

/** Types of PostgreSQL, each with a value of it; each can be cast to text. */
export const columnTypes: Readonly<Record<string, string>> = {
  integer: '1',
  bigint: '2',
  'numeric(10,2)': '1.5',
  text: "'a'",
  'varchar(40)': "'b'",
  boolean: 'true',
  date: "'2026-01-31'",
  timestamptz: 'now()',
  jsonb: "'{}'",
  uuid: 'gen_random_uuid()',
  'integer[]': "'{1,2}'",
}

/** A column that is computed from the key, or numbered by PostgreSQL. */
export const specialTypes: readonly string[] = ['computed', 'identity']
