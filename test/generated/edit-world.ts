import type { Random } from '../schema/random.ts'
import {
  makeColumn,
  makePart,
  makeRoutine,
  makeSequence,
  makeTable,
  makeType,
} from './make-world.ts'
import type { Maker } from './make-world.ts'
import { prune } from './world.ts'
import type { Column, OwnType, Routine, Table, World } from './world.ts'

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
  (maker, world) => editColumn(maker, world, (column) => ({ ...column, notNull: !column.notNull })),
  (maker, world) =>
    editColumn(maker, world, (column) => ({
      ...column,
      hasDefault: !column.hasDefault && !column.type.startsWith('ref:'),
    })),
  ({ random }, world) =>
    editTable({ random }, world, (table) => ({ ...table, rowSecurity: !table.rowSecurity })),
  ({ random }, world) =>
    editTable({ random }, world, (table) =>
      table.partitions === undefined
        ? table
        : { ...table, partitions: 3 - Math.min(table.partitions, 2) },
    ),
  (maker, world) => ({ ...world, tables: [...world.tables, makeTable(maker, world)] }),
  ({ random }, world) =>
    world.tables.length < 2 ? world : { ...world, tables: dropOne(random, world.tables) },
  (maker, world) => ({ ...world, parts: [...world.parts, makePart(maker, world)] }),
  (maker, world) => ({ ...world, parts: [...world.parts, makePart(maker, world)] }),
  ({ random }, world) => ({ ...world, parts: dropOne(random, world.parts) }),
  ({ random }, world) => ({ ...world, parts: dropOne(random, world.parts) }),
  ({ random }, world) => ({ ...world, types: changeOne(random, world.types, changeType) }),
  ({ random }, world) => ({ ...world, types: dropOne(random, world.types) }),
  (maker, world) => ({ ...world, types: [...world.types, makeType(maker)] }),
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

/** A type to which PostgreSQL has a cast; without one a plan needs its author. A key's column keeps the type of the key. */
function nextType(random: Random, type: string): string {
  if (type.startsWith('ref:')) return type
  const isNumber = /^(?:integer|bigint|numeric.*)$/.test(type)
  return random.pick(
    isNumber ? ['integer', 'bigint', 'numeric(10,2)', 'text'] : ['text', 'varchar(40)'],
  )
}

function changeType(type: OwnType): OwnType {
  if (type.kind === 'domain') return { ...type, limit: type.limit + 1 }
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
