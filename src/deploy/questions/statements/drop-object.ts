import type { DropStmt, Node } from 'libpg-query'
import { nodeName } from '../../../sql/parsed/object-name.ts'
import type { ObjectName } from '../../../sql/parsed/object-name.ts'
import { quoteLiteral, quoteQualified } from '../../../sql/quote.ts'
import { findDependents, askRemoval } from '../removal.ts'
import type { Removal } from '../removal.ts'
import type { Found, Rule } from '../found.ts'
import { joinFound } from '../found.ts'
import { findTable, findType } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `drop …`: rows go with tables, values with columns, whatever it is that takes them along. */
export const askDrop: Rule<DropStmt> = (drop, { world }) => {
  const { objects = [], removeType = '', behavior } = drop
  const cascades = behavior === 'DROP_CASCADE'
  const names = objects.map((object) => nodeName(object))
  const removals = names.map((name) => removalOf(removeType, name, { world, cascades }))
  const removal = {
    tables: removals.flatMap(({ tables }) => tables),
    columns: removals.flatMap(({ columns }) => columns),
  }
  const asked = askRemoval(world, removal)
  return joinFound([
    asked,
    { reasons: cascades ? reasonsAgainst(removeType, names, world) : [] },
    ...(removeType === 'OBJECT_SEQUENCE' ? names.map((name) => askPosition(name, world)) : []),
    { world: forget(asked.world ?? world, removeType, names) },
  ])
}

interface Drop {
  readonly world: World
  readonly cascades: boolean
}

function removalOf(sort: string, name: ObjectName, { world, cascades }: Drop): Removal {
  const named = sort === 'OBJECT_TABLE' ? tableNamed(world, name) : undefined
  const found = findDependents(world, neededOf(sort, name, world), cascades)
  const within =
    sort === 'OBJECT_SCHEMA' && cascades
      ? world.tables.filter(({ schema }) => schema === name.name)
      : []
  // What has left the schema stays.
  const tables =
    sort === 'OBJECT_SCHEMA'
      ? found.tables.filter(
          ({ schema, origin }) => schema === name.name || origin?.schema !== name.name,
        )
      : found.tables
  return {
    tables: [
      ...(named === undefined ? [] : [named]),
      ...within,
      ...(named === undefined ? tables : []),
    ],
    columns: found.columns,
  }
}

function tableNamed(world: World, { schema, name }: ObjectName): ReturnType<typeof findTable> {
  return findTable(world, { relname: name, ...(schema !== undefined && { schemaname: schema }) })
}

/** How the catalog names what is dropped. */
function neededOf(sort: string, { schema, name }: ObjectName, world: World): string[] {
  const table = tableNamed(world, { schema, name })
  const type = findType(world, schema === undefined ? [name] : [schema, name])
  const needed: Readonly<Record<string, string | undefined>> = {
    OBJECT_TABLE: table && `relation ${String(table.id)}`,
    OBJECT_TYPE: type && `type ${String(type.id)}`,
    OBJECT_DOMAIN: type && `type ${String(type.id)}`,
    OBJECT_SCHEMA: `schema ${world.schemaNames.get(name) ?? name}`,
    OBJECT_EXTENSION: `extension ${name}`,
    OBJECT_COLLATION: `collation ${name}`,
    OBJECT_FUNCTION: `function ${name}`,
    OBJECT_ROUTINE: `function ${name}`,
  }
  const found = needed[sort]
  return found === undefined ? [] : [found]
}

const types: ReadonlySet<string> = new Set(['OBJECT_TYPE', 'OBJECT_DOMAIN'])

/** What depends on a type that the same run creates, the catalog does not say yet. */
function reasonsAgainst(sort: string, names: readonly ObjectName[], world: World): string[] {
  if (!types.has(sort)) return []
  const isNew = names.some(
    ({ schema, name }) =>
      (findType(world, schema === undefined ? [name] : [schema, name])?.id ?? 0) < 0,
  )
  const isUsed = world.tables.some(
    ({ origin, columns }) =>
      origin !== undefined &&
      columns.some((column) => column.origin !== undefined && column.typeId === undefined),
  )
  return isNew && isUsed ? ['columns that got this type in the same run go with it'] : []
}

/** A sequence that no column owns takes its position along. */
function askPosition({ schema, name }: ObjectName, world: World): Found {
  const found = (schema === undefined ? world.path : [schema]).find((each) =>
    world.facts.sequences.has(`${each}.${name}`),
  )
  if (found === undefined) return {}
  return {
    questions: [
      {
        outcome: 'loses values',
        detail: 'position of a sequence',
        object: quoteQualified(found, name),
        count:
          'select pg_catalog.count(*) as count from pg_catalog.pg_sequences as s ' +
          `where s.schemaname = ${quoteLiteral(found)} and s.sequencename = ${quoteLiteral(name)} and s.last_value is not null`,
        example: undefined,
        estimate: undefined,
        path: '',
        chosen: false,
        kept: null,
        raises: false,
      },
    ],
  }
}

function forget(world: World, sort: string, names: readonly ObjectName[]): World {
  if (!types.has(sort)) return world
  const gone = names.map(({ schema, name }) =>
    findType(world, schema === undefined ? [name] : [schema, name]),
  )
  return { ...world, types: world.types.filter((type) => !gone.includes(type)) }
}

/** The names in a list of nodes, for statements that drop what roles own. */
export function roleNames(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) =>
    'RoleSpec' in node && node.RoleSpec.rolename !== undefined ? [node.RoleSpec.rolename] : [],
  )
}
