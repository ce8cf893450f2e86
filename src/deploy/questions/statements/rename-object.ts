import type { AlterObjectSchemaStmt, RenameStmt } from 'libpg-query'
import { wordsOf, fieldsIn } from '../expression.ts'
import type { Rule } from '../found.ts'
import { changeTables, findTable, findTree, findType } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `alter … rename to`: nothing is lost, and what follows is asked under the old name. */
export const askRename: Rule<RenameStmt> = (rename, { world }) => {
  return { world: renames[rename.renameType ?? '']?.(rename, world) ?? world }
}

type Rename = (rename: RenameStmt, world: World) => World

const renames: Readonly<Record<string, Rename>> = {
  OBJECT_TABLE: renameTable,
  OBJECT_VIEW: renameTable,
  OBJECT_MATVIEW: renameTable,
  OBJECT_FOREIGN_TABLE: renameTable,
  OBJECT_COLUMN: renameColumn,
  OBJECT_SCHEMA: renameSchema,
  OBJECT_TYPE: renameType,
  OBJECT_DOMAIN: renameType,
  OBJECT_ATTRIBUTE: (_rename, world) => world,
}

function renameTable({ relation, newname = '' }: RenameStmt, world: World): World {
  const table = relation && findTable(world, relation)
  if (table === undefined) return world
  return changeTables(world, new Set([table.id]), (each) => ({ ...each, name: newname }))
}

function renameColumn({ relation, subname, newname = '' }: RenameStmt, world: World): World {
  const table = relation && findTable(world, relation)
  if (table === undefined) return world
  const ids = new Set(findTree(world, table).map(({ id }) => id))
  return changeTables(world, ids, (each) => ({
    ...each,
    columns: each.columns.map((column) =>
      column.name === subname ? { ...column, name: newname } : column,
    ),
  }))
}

function renameSchema({ subname = '', newname = '' }: RenameStmt, world: World): World {
  const move = <T extends { readonly schema: string }>(each: T): T =>
    each.schema === subname ? { ...each, schema: newname } : each
  return {
    ...world,
    tables: world.tables.map(move),
    types: world.types.map(move),
    schemaNames: new Map([
      ...world.schemaNames,
      [newname, world.schemaNames.get(subname) ?? subname],
    ]),
  }
}

function renameType({ object, newname = '' }: RenameStmt, world: World): World {
  const words = wordsIn(object)
  const type = findType(world, words)
  return {
    ...world,
    made: new Set([...world.made, ...words.slice(-1), newname]),
    types: world.types.map((each) => (each === type ? { ...each, name: newname } : each)),
  }
}

function wordsIn(object: unknown): string[] {
  for (const { name, value } of fieldsIn(object)) {
    if (name === 'items' || name === 'names') return wordsOf(value)
  }
  return []
}

/** `alter … set schema`: the same. */
export const askSetSchema: Rule<AlterObjectSchemaStmt> = (
  { objectType, relation, object, newschema = '' },
  { world },
) => {
  const table = relation && findTable(world, relation)
  if (table !== undefined)
    return {
      world: changeTables(world, new Set([table.id]), (each) => ({ ...each, schema: newschema })),
    }
  const words = wordsIn(object)
  const type =
    objectType === 'OBJECT_TYPE' || objectType === 'OBJECT_DOMAIN'
      ? findType(world, words)
      : undefined
  return {
    world: {
      ...world,
      made: new Set([...world.made, ...words.slice(-1)]),
      types: world.types.map((each) => (each === type ? { ...each, schema: newschema } : each)),
    },
  }
}
