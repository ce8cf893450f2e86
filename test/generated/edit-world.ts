import type { Random } from '../schema/random.ts'
import {
  fieldTypes,
  makeColumn,
  makeField,
  makePart,
  makeRoutine,
  makeSequence,
  makeTable,
  makeType,
} from './make-world.ts'
import type { Maker } from './make-world.ts'
import { prune, specialTypes } from './world.ts'
import type { Column, OwnField, OwnType, Partitions, Routine, Table, World } from './world.ts'

/** A world after a few random edits; what an edit leaves without its ground goes too. */
export function editWorld(maker: Maker, world: World): World {
  let edited = world
  const count = 1 + maker.random.below(4)
  for (let at = 0; at < count; at += 1) edited = prune(maker.random.pick(edits)(maker, edited))
  return edited
}

type Edit = (maker: Maker, world: World) => World

const edits: readonly [Edit, ...Edit[]] = [
  (maker, world) =>
    editTable(maker, world, (table) => ({
      ...table,
      columns: [...table.columns, makeColumn(maker, world)],
    })),
  ({ random }, world) =>
    editTable({ random }, world, (table) => ({
      ...table,
      columns: [...table.columns.slice(0, 1), ...dropOne(random, table.columns.slice(1))],
    })),
  (maker, world) =>
    editColumn(maker, world, (column) => ({
      ...column,
      type: nextType(maker.random, column.type),
      hasDefault: false,
    })),
  (maker, world) =>
    editColumn(maker, world, (column) => ({
      ...column,
      notNull: specialTypes.includes(column.type) ? column.notNull : !column.notNull,
    })),
  (maker, world) =>
    editColumn(maker, world, (column) => ({
      ...column,
      hasDefault:
        !column.hasDefault &&
        !column.type.startsWith('ref:') &&
        !specialTypes.includes(column.type),
    })),
  ({ random }, world) =>
    editTable({ random }, world, (table) => ({ ...table, rowSecurity: !table.rowSecurity })),
  ({ random }, world) =>
    editTable({ random }, world, (table) =>
      table.partitions === undefined
        ? table
        : { ...table, partitions: movePartitions(random, table.partitions) },
    ),
  (maker, world) => ({ ...world, tables: [...world.tables, makeTable(maker, world)] }),
  ({ random }, world) =>
    world.tables.length < 2 ? world : { ...world, tables: dropOne(random, world.tables) },
  (maker, world) => ({ ...world, parts: [...world.parts, makePart(maker, world)] }),
  (maker, world) => ({ ...world, parts: [...world.parts, makePart(maker, world)] }),
  ({ random }, world) => ({ ...world, parts: dropOne(random, world.parts) }),
  ({ random }, world) => ({ ...world, parts: dropOne(random, world.parts) }),
  changePart,
  changePart,
  (maker, world) => ({
    ...world,
    types: changeOne(maker.random, world.types, (type) => changeType(maker, type)),
  }),
  ({ random }, world) => ({ ...world, types: dropOne(random, world.types) }),
  (maker, world) => ({ ...world, types: [...world.types, makeType(maker, world)] }),
  ({ random }, world) => ({ ...world, routines: changeOne(random, world.routines, changeRoutine) }),
  ({ random }, world) => ({ ...world, routines: dropOne(random, world.routines) }),
  (maker, world) => ({ ...world, routines: [...world.routines, makeRoutine(maker, world)] }),
  (maker, world) => ({ ...world, sequences: [...world.sequences, makeSequence(maker)] }),
  ({ random }, world) => ({
    ...world,
    sequences: changeOne(random, world.sequences, (each) => ({
      ...each,
      increment: each.increment + 1,
    })),
  }),
]

/** One more or less, or each gets the values of the next one. */
function movePartitions(random: Random, partitions: Partitions): Partitions {
  const { by, count, shift } = partitions
  if (by === 'list' && count > 1 && random.below(2) === 0)
    return { ...partitions, shift: shift + 1 }
  return { ...partitions, count: count === 1 ? 2 : count + random.pick([-1, 1]) }
}

function editTable(
  { random }: Pick<Maker, 'random'>,
  world: World,
  edit: (table: Table) => Table,
): World {
  return { ...world, tables: changeOne(random, world.tables, edit) }
}

/** Any column but the key: others refer to that. */
function editColumn({ random }: Maker, world: World, edit: (column: Column) => Column): World {
  return editTable({ random }, world, (table) => {
    const [key, ...rest] = table.columns
    return {
      ...table,
      columns: [...(key === undefined ? [] : [key]), ...changeOne(random, rest, edit)],
    }
  })
}

/** Another part of the same kind in the place of one, with its name: what an edit of its file leaves. */
function changePart(maker: Maker, world: World): World {
  const parts = changeOne(maker.random, world.parts, (part) => {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const other = makePart(maker, world)
      if (other.kind === part.kind && other.table === part.table)
        return { ...other, name: part.name }
    }
    return part
  })
  return { ...world, parts }
}

/** A type to which PostgreSQL has a cast; without one a plan needs its author. A key's column keeps the type of the key. */
function nextType(random: Random, type: string): string {
  // What is computed may become plain, and other types of ours stay.
  if (type === 'computed') return 'text'
  if (type === 'identity') return random.pick(['bigint', 'integer'])
  if (type.startsWith('ref:') || /^[kr]\d/.test(type)) return type
  const isNumber = /^(?:integer|bigint|numeric.*)$/.test(type)
  return random.pick(
    isNumber ? ['integer', 'bigint', 'numeric(10,2)', 'text'] : ['text', 'varchar(40)'],
  )
}

function changeType(maker: Maker, type: OwnType): OwnType {
  if (type.kind === 'domain') return { ...type, limit: type.limit + 1 }
  if (type.kind === 'composite') return { ...type, fields: changeFields(maker, type.fields) }
  if (type.kind === 'range')
    return { ...type, subtype: maker.random.pick(['integer', 'bigint', 'numeric']) }
  const [first = 'a', ...rest] = type.labels
  // A label more in the middle, or the last one less.
  return {
    ...type,
    labels:
      rest.length > 2
        ? [first, ...rest.slice(0, -1)]
        : [first, 'between', ...rest.filter((label) => label !== 'between')],
  }
}

/** A field more at the end, one less, or one of another type. */
function changeFields(maker: Maker, fields: readonly OwnField[]): readonly OwnField[] {
  const { random } = maker
  const sort = random.below(3)
  if (sort === 0) return [...fields, makeField(maker)]
  if (sort === 1 && fields.length > 1) return fields.slice(0, -1)
  return changeOne(random, fields, (field) => ({ ...field, type: random.pick(fieldTypes) }))
}

function changeRoutine(routine: Routine): Routine {
  if (routine.kind === 'rows') return { ...routine, isAtomic: !routine.isAtomic }
  if (routine.kind === 'trigger') return { ...routine, body: routine.body + 1 }
  return { ...routine, body: routine.body + 1, hasDefault: !routine.hasDefault }
}

function dropOne<T>(random: Random, items: readonly T[]): T[] {
  const gone = random.below(Math.max(items.length, 1))
  return items.filter((_, at) => at !== gone)
}

function changeOne<T>(random: Random, items: readonly T[], change: (item: T) => T): T[] {
  const chosen = random.below(Math.max(items.length, 1))
  return items.map((item, at) => (at === chosen ? change(item) : item))
}
