import type { RangeVar } from 'libpg-query'
import { quoteName, quoteQualified } from '../../../sql/quote.ts'
import type { Facts, TableFact, TypeFact } from '../facts/database-facts.ts'
import type { ForeignKey } from './referring-key.ts'
import type { Table } from './table.ts'

/** A database as the statements so far leave it. */
export interface World {
  readonly facts: Facts
  readonly tables: readonly Table[]
  /** The types by the names that they have now; the number of one that the statements create is below zero. */
  readonly types: readonly TypeFact[]
  /** The schemas in which names without a schema are looked up. */
  readonly path: readonly string[]
  /** Names of functions and types that the statements create or change: what uses them cannot be evaluated before. */
  readonly made: ReadonlySet<string>
  /** Names of functions among them that may write. */
  readonly madeWriters: ReadonlySet<string>
  /** The labels of enums that the statements create, by name. */
  readonly labels: ReadonlyMap<string, readonly string[]>
  /** The checks and foreign keys that the statements add without validating them, by table and name. */
  readonly unproved: ReadonlyMap<string, Unproved>
  /** Schemas by the names that they have now, for those that were renamed. */
  readonly schemaNames: ReadonlyMap<string, string>
  /** The number of the next table that a statement creates. */
  readonly next: number
}

/** A constraint that is there and has not been validated. */
export type Unproved =
  | { readonly kind: 'check'; readonly expression: string }
  | { readonly kind: 'foreign key'; readonly key: ForeignKey }
  | { readonly kind: 'not null'; readonly column: string }

/** The database as it is. */
export function startWorld(facts: Facts): World {
  return {
    facts,
    tables: facts.tables.map(startTable),
    types: facts.types,
    path: ['pg_temp', ...facts.path],
    made: new Set(),
    madeWriters: new Set(),
    labels: new Map(),
    unproved: new Map(),
    schemaNames: new Map(),
    next: -1,
  }
}

function startTable(fact: TableFact): Table {
  const { id, schema, name, kind, triggers, key, parents } = fact
  return {
    id,
    schema,
    name,
    kind,
    origin: { schema, name },
    columns: fact.columns.map((column) => ({
      name: column.name,
      origin: column.name,
      value: quoteName(column.name),
      type: column.type,
      typeId: column.typeId,
      generated: column.generated,
    })),
    parents,
    estimate: fact.rows ?? undefined,
    triggers,
    key,
    from: `only ${quoteQualified(schema, name)}`,
    same: true,
    unknown: undefined,
    filled: false,
  }
}

/** The table of a name; undefined where there is none, or the name is that of a temporary one. */
export function findTable(world: World, { schemaname, relname }: RangeVar): Table | undefined {
  const schemas = schemaname === undefined ? world.path : [schemaname]
  for (const schema of schemas) {
    const found = world.tables.find((table) => table.name === relname && table.schema === schema)
    if (found !== undefined) return found
  }
  return undefined
}

/** The type of a name; undefined for one of PostgreSQL's. */
export function findType(world: World, words: readonly string[]): TypeFact | undefined {
  const [name, schema] = words.toReversed()
  const schemas = schema === undefined ? world.path : [schema]
  for (const each of schemas) {
    const found = world.types.find((type) => type.name === name && type.schema === each)
    if (found !== undefined) return found
  }
  return undefined
}

/** A table with those that inherit from it or are its partitions, over any number of steps. */
export function findTree(world: World, root: Table): Table[] {
  const found = [root]
  for (const parent of found) {
    const children = world.tables.filter(
      (table) => table.parents.includes(parent.id) && !found.includes(table),
    )
    found.push(...new Set(children))
  }
  return found
}

/** The world with some tables changed. */
export function changeTables(
  world: World,
  ids: ReadonlySet<number>,
  change: (table: Table) => Table,
): World {
  return {
    ...world,
    tables: world.tables.map((table) => (ids.has(table.id) ? change(table) : table)),
  }
}

/** The world without some tables. */
export function dropTables(world: World, ids: ReadonlySet<number>): World {
  return ids.size === 0
    ? world
    : { ...world, tables: world.tables.filter(({ id }) => !ids.has(id)) }
}

/** The world after a statement that may have written any rows. */
export function blindWorld(world: World, reason: string): World {
  return {
    ...world,
    tables: world.tables.map((table) => ({
      ...table,
      unknown: table.unknown ?? reason,
      filled: true,
    })),
  }
}
