import type { CatalogObject, ObjectId, Value } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { recordOf, spell, textIn, textOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { isOfForeignTable } from '../../model/parent-tables.ts'
import { ownNameOf, parentNameOf } from './facets/name.ts'
import type { Context } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { isSaidByParent } from './heirs-default.ts'
import { parseType } from './read-type.ts'
import { idOf } from '../../model/object-id.ts'

/** The attribute that no reader reads: which number a sequence gives next. */
export const position = 'position'

/** Sets the sequence of an identity behind the numbers that rows have: it would begin at its start, and meet them. */
export function goOnFromRows(column: CatalogObject, context: Context): Statement[] {
  const sequence = childrenOf(context.to, column.id).find(({ kind }) => kind === 'identitySequence')
  const identity = recordOf(column, 'identity')
  return sequence === undefined || identity === null
    ? []
    : setPosition(column, { id: sequence.id, options: identity }, context)
}

/** Does so for the sequence that a column counts by from now on. */
export function goOnCounting({ from, to }: Altered, context: Context): Statement[] {
  const [before, after] = [countedBy(from), countedBy(to)]
  return after === undefined || before === after ? [] : goOnCountingBy(after, to, context)
}

/** The same for a sequence that is recreated, for every column that uses it before and after. */
export function goOnEverywhere(sequence: ObjectId, context: Context): Statement[] {
  return [...context.to.objects.values()]
    .filter((object) => object.kind === 'column' && countedBy(object) === sequence)
    .filter(({ id }) => context.from.objects.has(id))
    .flatMap((column) => goOnCountingBy(sequence, column, context))
}

/** The rows of an heir are read with those of its parent. */
function goOnCountingBy(id: ObjectId, column: CatalogObject, context: Context): Statement[] {
  const sequence = context.to.objects.get(id)
  return sequence === undefined || isSaidByParent(column, context)
    ? []
    : setPosition(column, { id, options: sequence.attributes }, context)
}

/** The sequence whose next number is the default of a column. */
export function countedBy(column: CatalogObject): ObjectId | undefined {
  if (column.kind !== 'column' || textOf(column, 'generated') !== null) return undefined
  const text = textOf(column, 'default') ?? ''
  const name = /^nextval\('(?<name>(?:[^']|'')*)'::regclass\)$/.exec(text)?.groups?.['name']
  return name === undefined ? undefined : idOf('sequence', name.replaceAll("''", "'"))
}

interface Sequence {
  readonly id: ObjectId
  readonly options: Readonly<Record<string, Value>>
}

/** Numbers that the sequence never gives do not count, nor does it ever go back, or leave its steps. Rows elsewhere are not read. */
function setPosition(column: CatalogObject, sequence: Sequence, { to }: Context): Statement[] {
  const type = parseType(textIn(column, 'type'), to)
  const range = ranges[type.name]
  if (range === undefined || type.isArray || isOfForeignTable(column)) return []
  const name = nameOf(sequence.id)
  const [own, moves] = [ownNameOf(column), movesOf(sequence)]
  const { beyond, last } = lastNumber(own, moves, { name, isAny: range === 'any' })
  return [
    statement(
      { verb: 'alter', object: sequence.id },
      {
        kind: 'setPosition',
        sequence: name,
        last,
        table: parentNameOf(column),
        column: column.id,
        where: whereGiven(own, moves, range),
        having: beyond,
      },
      { attribute: position },
    ),
  ]
}

interface Moves {
  readonly start: string
  /** Without its sign. */
  readonly step: string
  /** The last number that it may give. */
  readonly bound: string
  readonly falls: boolean
}

function movesOf({ options }: Sequence): Moves {
  const increment = spell(options['increment'])
  const falls = increment.startsWith('-')
  return {
    start: spell(options['start']),
    step: falls ? increment.slice(1) : increment,
    bound: spell(options[falls ? 'min' : 'max']),
    falls,
  }
}

/** The last number that the sequence would have given when it came by the farthest one. */
function lastNumber(
  own: string,
  moves: Moves,
  { name, isAny }: { readonly name: string; readonly isAny: boolean },
): Last {
  const given = `(select last_value from ${name})`
  const { start, step, falls } = moves
  const [extreme, sign] = falls ? ['min', '<='] : ['max', '>=']
  const far = `pg_catalog.${extreme}(${own})${isAny || step !== '1' ? '::bigint' : ''}`
  if (step === '1') return { last: far, beyond: [`${far} ${sign} ${given}`] }
  const last = falls
    ? `${far} + (${start} - ${far}) % ${step}`
    : `${far} - (${far} - ${start}) % ${step}`
  return { last, beyond: [`${far} ${sign} ${start}`, `${last} ${sign} ${given}`] }
}

interface Last {
  readonly last: string
  /** What is true where it is not behind the sequence. */
  readonly beyond: readonly string[]
}

/** Leaves out what the sequence never gives, where the column may hold it. */
function whereGiven(own: string, { bound, falls }: Moves, range: Range): string[] {
  if (range !== 'any' && (falls ? BigInt(bound) <= range[0] : BigInt(bound) >= range[1])) return []
  return [`${own} ${falls ? '>=' : '<='} ${bound}`]
}

/** Whether a type holds fewer whole numbers than another one. */
export function isNarrowed(before: string, after: string): boolean {
  const [wide, narrow] = [ranges[before], ranges[after]]
  return (
    wide !== undefined &&
    narrow !== undefined &&
    wide !== 'any' &&
    narrow !== 'any' &&
    narrow[1] < wide[1]
  )
}

type Range = readonly [first: bigint, last: bigint] | 'any'

/** The types that are counted, with the first and the last number of each. */
const ranges: Readonly<Record<string, Range>> = {
  smallint: [-(2n ** 15n), 2n ** 15n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
  numeric: 'any',
  real: 'any',
  'double precision': 'any',
}
