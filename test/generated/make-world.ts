import type { Random } from '../schema/random.ts'
import { columnTypes, prune, specialTypes } from './world.ts'
import type {
  Column,
  OwnField,
  OwnType,
  Part,
  Partitions,
  Routine,
  Sequence,
  Table,
  World,
} from './world.ts'

/** Who makes new objects: a random choice, and names that nothing else has. */
export interface Maker {
  readonly random: Random
  readonly nameOf: (letter: string) => string
}

/** A maker whose names begin to count at a number. */
export function makerOf(random: Random, from: number): Maker {
  let count = from
  return {
    random,
    nameOf: (letter) => {
      count += 1
      return `${letter}${String(count)}`
    },
  }
}

/** A schema of a few tables with all that uses them. */
export function makeWorld(maker: Maker): World {
  const { random } = maker
  let world: World = { types: [], sequences: [], tables: [], routines: [], parts: [] }
  const times = (count: number, step: (made: World) => World): void => {
    for (let at = 0; at < count; at += 1) world = step(world)
  }
  times(random.below(3), (made) => ({ ...made, types: [...made.types, makeType(maker, made)] }))
  times(random.below(2), (made) => ({
    ...made,
    sequences: [...made.sequences, makeSequence(maker)],
  }))
  times(2 + random.below(4), (made) => ({
    ...made,
    tables: [...made.tables, makeTable(maker, made)],
  }))
  times(1 + random.below(4), (made) => ({
    ...made,
    routines: [...made.routines, makeRoutine(maker, made)],
  }))
  times(4 + random.below(12), (made) => ({
    ...made,
    parts: [...made.parts, makePart(maker, made)],
  }))
  return prune(world)
}

/** An enum, a domain, a composite type or a range. */
export function makeType({ random, nameOf }: Maker, { types }: World): OwnType {
  const kind = random.pick<OwnType['kind']>([
    'enum',
    'enum',
    'domain',
    'domain',
    'composite',
    'range',
  ])
  switch (kind) {
    case 'enum': {
      const labels = ['a', 'b', 'c', 'd'].slice(random.below(2), 3 + random.below(2))
      return { kind, name: nameOf('e'), labels }
    }
    case 'domain': {
      const enums = types.filter((type) => type.kind === 'enum').map(({ name }) => name)
      const base = random.pick(['text', 'varchar(40)', 'integer', ...enums])
      return { kind, name: nameOf('d'), base, limit: 10 + random.below(90) }
    }
    case 'composite': {
      const fields = Array.from({ length: 1 + random.below(3) }, () =>
        makeField({ random, nameOf }),
      )
      return { kind, name: nameOf('k'), fields }
    }
    case 'range':
      return { kind, name: nameOf('r'), subtype: random.pick(['integer', 'bigint', 'date']) }
    default:
      return kind satisfies never
  }
}

/** A field of a composite type. */
export function makeField({ random, nameOf }: Maker): OwnField {
  return { name: nameOf('g'), type: random.pick(fieldTypes) }
}

/** Types of fields: values of each can be compared. */
export const fieldTypes = ['integer', 'bigint', 'text', 'varchar(40)', 'date'] as const

/** A sequence. */
export function makeSequence({ random, nameOf }: Maker): Sequence {
  return { name: nameOf('s'), increment: 1 + random.below(3) }
}

/** A table, with columns that refer to others. */
export function makeTable(maker: Maker, world: World): Table {
  const { random, nameOf } = maker
  const key = { name: nameOf('id'), type: random.pick(keyTypes), notNull: true, hasDefault: false }
  const count = 1 + random.below(5)
  const partitions = random.below(4) === 0 ? makePartitions(random) : undefined
  const parents = world.tables.filter((table) => table.partitions === undefined)
  const [first, ...others] = partitions === undefined && random.below(5) === 0 ? parents : []
  return {
    name: nameOf('t'),
    columns: [key, ...Array.from({ length: count }, () => makeColumn(maker, world))],
    partitions,
    inherits: first === undefined ? undefined : random.pick([first, ...others]).name,
    rowSecurity: random.below(3) === 0,
  }
}

function makePartitions(random: Random): Partitions {
  return {
    by: random.pick<Partitions['by']>(['hash', 'list']),
    count: 1 + random.below(3),
    shift: 0,
    isNested: random.below(3) === 0,
  }
}

const keyTypes = ['integer', 'bigint', 'uuid', 'text'] as const

/** A column. */
export function makeColumn({ random, nameOf }: Maker, { types, tables }: World): Column {
  const [first = 'integer', ...rest] = [
    ...Object.keys(columnTypes),
    ...specialTypes,
    ...types.flatMap(({ name }) => [name, name, `${name}[]`]),
    ...tables.map(({ name }) => `ref:${name}`),
  ]
  const type = random.pick([first, ...rest])
  if (type === 'computed') return { name: nameOf('c'), type, notNull: false, hasDefault: false }
  if (type === 'identity') return { name: nameOf('c'), type, notNull: true, hasDefault: false }
  const isPlain = !type.startsWith('ref:')
  const hasDefault = isPlain && random.below(3) === 0
  return { name: nameOf('c'), type, notNull: random.below(3) === 0, hasDefault }
}

/** A function. */
export function makeRoutine({ random, nameOf }: Maker, { tables }: World): Routine {
  const body = 1 + random.below(5)
  const [first, ...others] = tables
  const sort = random.below(3)
  if (sort === 0) return { kind: 'trigger', name: nameOf('f'), body }
  if (sort === 1 || first === undefined) {
    const language = random.pick<'sql' | 'plpgsql'>(['sql', 'plpgsql'])
    return { kind: 'plain', name: nameOf('f'), body, hasDefault: random.below(2) === 0, language }
  }
  const table = random.pick([first, ...others]).name
  return { kind: 'rows', name: nameOf('f'), table, isAtomic: random.below(2) === 0 }
}

/** Something of a table, or what uses it. */
export function makePart(maker: Maker, { tables, routines }: World): Part {
  const { random, nameOf } = maker
  const [first, ...others] = tables
  if (first === undefined) throw new Error('a world without tables')
  const { name: table, columns } = random.pick([first, ...others])
  const [key, ...rest] = columns
  const place: Place = {
    column: random.pick([key?.name ?? '', ...rest.map(({ name }) => name)]),
    some: columns.filter(() => random.below(2) === 0).map(({ name }) => name),
    references: columns.filter(({ type }) => type.startsWith('ref:')),
    numbers: rest.filter(({ type }) => type === 'integer'),
    plain: routines.find(({ kind }) => kind === 'plain')?.name,
    answering: routines.find(({ kind }) => kind === 'trigger')?.name,
    maybe: random.below(2) === 0,
  }
  const part = random.pick(makers)(maker, place)
  return {
    columns: [place.column],
    other: undefined,
    option: '',
    ...part,
    table,
    name: nameOf(part.kind[0] ?? ''),
  }
}

/** Where a part may be made: of a table, and what it may use. */
interface Place {
  readonly column: string
  readonly some: readonly string[]
  readonly references: readonly Column[]
  readonly numbers: readonly Column[]
  readonly plain: string | undefined
  readonly answering: string | undefined
  readonly maybe: boolean
}

type MakePart = (maker: Maker, place: Place) => Pick<Part, 'kind'> & Partial<Part>

const makers: readonly [MakePart, ...MakePart[]] = [
  () => ({ kind: 'check' }),
  () => ({ kind: 'unique' }),
  ({ random }) => ({
    kind: 'index',
    option: random.pick([
      '',
      'partial',
      'expression',
      'partial expression',
      'only',
      'only partial',
    ]),
  }),
  () => ({ kind: 'exclusion' }),
  (_maker, { some }) =>
    some.length < 2 ? { kind: 'check' } : { kind: 'statistics', columns: some },
  (_maker, { numbers: [number], plain }) =>
    number === undefined
      ? { kind: 'unique' }
      : { kind: 'default', columns: [number.name], other: plain },
  ({ random }, { some, maybe, plain }) => ({
    kind: random.pick(['view', 'view', 'materialized']),
    ...(some.length > 0 && { columns: some }),
    other: maybe ? plain : undefined,
  }),
  ({ random }) => ({ kind: 'rule', option: random.pick(['insert', 'delete']) }),
  ({ random }, { some, maybe }) => ({
    kind: 'publication',
    columns: maybe ? some : [],
    option: random.pick(['', 'insert', 'none']),
  }),
  ({ random }, { some, maybe, answering }) => ({
    kind: 'trigger',
    columns: maybe ? some : [],
    other: answering,
    option: random.pick(['', '', 'constraint']),
  }),
  ({ random }, { maybe, plain }) => ({
    kind: 'policy',
    option: random.pick(['select', 'update', 'all']),
    other: maybe ? plain : undefined,
  }),
  ({ random }, { maybe, column }) => ({
    kind: 'grant',
    columns: maybe ? [column] : [],
    option: random.pick(['select to anon', 'update to anon', 'select to authenticated']),
  }),
  ({ nameOf }, { maybe, column }) => ({
    kind: 'comment',
    columns: maybe ? [column] : [],
    option: nameOf('about'),
  }),
  ({ random }, { references: [reference] }) =>
    reference === undefined
      ? { kind: 'check' }
      : {
          kind: 'key',
          columns: [reference.name],
          other: reference.type.slice(4),
          option: random.pick(['', ' on delete cascade', ' on delete set null', ' deferrable']),
        },
]
