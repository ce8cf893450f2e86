import { UserError } from '../errors.ts'
import { compareFields } from './compare-fields.ts'
import type { FieldDifference, Fields } from './compare-fields.ts'
import { addresses, secrets } from './exceptions/exceptions.ts'
import type { Observation } from './observe.ts'
import type { ObservedLine } from './observed-line.ts'
import { parseRow } from './row-text.ts'

/** An object that is not the same in both databases. */
export interface Difference {
  readonly catalog: string
  readonly object: string
  readonly kind: 'only left' | 'only right' | 'different'
  /** What differs; of an object that only one has nothing, but what is said about another object, such as a comment. */
  readonly fields: readonly FieldDifference[]
}

/** Where two databases are not the same. */
export interface Comparison {
  readonly differences: readonly Difference[]
  /** Relations of which the order of columns alone differs: no difference, but worth saying. */
  readonly columnOrder: readonly string[]
  /** Catalogs, or columns of them, that could not be read in one of them: nothing is said of those. */
  readonly unreadable: readonly string[]
  readonly equal: boolean
}

/**
 * Compares two observations; differences in the order of catalog and object. What initdb made is compared by checksums
 * within one server; of a difference there not everything has a name unless both were observed with all built-ins.
 * Throws UserError for two major versions of PostgreSQL.
 */
export function compareObservations(left: Observation, right: Observation): Comparison {
  refuseTwoVersions(left, right)
  const unread = unevenlyRead(left, right)
  const changed = changedBuiltIns(left, right, unread)
  const counts = ({ builtIn, catalog }: ObservedLine): boolean =>
    !unread.includes(catalog) && (!builtIn || changed === 'named' || changed.includes(catalog))
  const [onlyLeft, onlyRight] = withoutCommon(left.lines.filter(counts), right.lines.filter(counts))
  const pairs = pairUp(onlyLeft, onlyRight)
  const differences = [
    ...pairs.map((each) => describe(each, { left, right, changed })).filter(isSaid),
    ...(changed === 'named' ? [] : nameless(changed, [...onlyLeft, ...onlyRight])),
  ]
  return {
    differences,
    columnOrder: Object.keys(left.columnOrder).filter((name) => differInOrder(left, right, name)),
    unreadable: [...new Set([...left.unreadable, ...right.unreadable])].toSorted(),
    equal: differences.length === 0,
  }
}

function refuseTwoVersions(left: Observation, right: Observation): void {
  if (left.version === right.version) return
  throw new UserError(
    `PostgreSQL ${String(left.version)} and ${String(right.version)} cannot be compared: their catalogs have other columns.`,
  )
}

/** Catalogs that the two users may not read alike: of those nothing is said, but that. */
function unevenlyRead(left: Observation, right: Observation): string[] {
  const catalogs = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])
  return [...catalogs].filter(
    (name) => left.fields[name]?.join(',') !== right.fields[name]?.join(','),
  )
}

/** The catalogs of which the rows that initdb made are not alike; `named` when each has a line. */
function changedBuiltIns(
  left: Observation,
  right: Observation,
  unread: readonly string[],
): readonly string[] | 'named' {
  if (left.builtIns === 'all' && right.builtIns === 'all') return 'named'
  return Object.keys({ ...left.checksums, ...right.checksums })
    .filter((name) => !unread.includes(name) && left.checksums[name] !== right.checksums[name])
    .toSorted()
}

/** A built-in object that is gone leaves no line that would name it: its catalog is named instead. */
function nameless(changed: readonly string[], named: readonly ObservedLine[]): Difference[] {
  return changed
    .filter((catalog) => !named.some((line) => line.builtIn && line.catalog === catalog))
    .map((catalog) => ({
      catalog,
      object: 'what PostgreSQL itself brought',
      kind: 'different',
      fields: [],
    }))
}

/** What remains of two sorted lists of lines without the lines that both have, each counted. */
export function withoutCommon(
  left: readonly ObservedLine[],
  right: readonly ObservedLine[],
): [ObservedLine[], ObservedLine[]] {
  const counts = new Map<string, number>()
  for (const line of right) counts.set(textOf(line), (counts.get(textOf(line)) ?? 0) + 1)
  const onlyLeft = left.filter((line) => !take(counts, textOf(line)))
  const onlyRight = right
    .toReversed()
    .filter((line) => take(counts, textOf(line)))
    .toReversed()
  return [onlyLeft, onlyRight]
}

function take(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0
  if (count === 0) return false
  counts.set(text, count - 1)
  return true
}

function textOf({ catalog, object, fields }: ObservedLine): string {
  return `${catalog}\n${object}\n${fields}`
}

/** Two lines about the same, or one that has no counterpart. */
type Pair = readonly [left: ObservedLine, right: ObservedLine] | Lonely

interface Lonely {
  readonly line: ObservedLine
  readonly kind: 'only left' | 'only right'
}

/** Lines about one object in one catalog belong together, in their order. */
function pairUp(left: readonly ObservedLine[], right: readonly ObservedLine[]): Pair[] {
  const rightByObject = Map.groupBy(right, objectOf)
  const leftByObject = Map.groupBy(left, objectOf)
  const objects = new Set([...leftByObject.keys(), ...rightByObject.keys()])
  return [...objects].toSorted().flatMap((object) => {
    const lefts = leftByObject.get(object) ?? []
    const rights = rightByObject.get(object) ?? []
    return [
      ...lefts.map((line, at) => pairOf(line, rights[at])),
      ...rights.slice(lefts.length).map((line) => ({ line, kind: 'only right' as const })),
    ]
  })
}

function pairOf(left: ObservedLine, right: ObservedLine | undefined): Pair {
  return right === undefined ? { line: left, kind: 'only left' } : [left, right]
}

/** Names what a line is about: equal for lines about one object in one catalog. */
export function objectOf({ catalog, object }: ObservedLine): string {
  return `${catalog}\n${object}`
}

/** Two lines of which only a secret differs from what stands in for it are the same. */
function isSaid({ catalog, kind, fields }: Difference): boolean {
  return kind !== 'different' || fields.length > 0 || !secretCatalogs.has(catalog)
}

const secretCatalogs: ReadonlySet<string> = new Set(
  [...secrets].map((key) => key.split('.')[0] ?? ''),
)

interface Sides {
  readonly left: Observation
  readonly right: Observation
  readonly changed: readonly string[] | 'named'
}

function describe(pair: Pair, { left, right, changed }: Sides): Difference {
  if ('kind' in pair) return describeLonely(pair, { left, right, changed })
  const [ofLeft, ofRight] = pair
  const { catalog, object } = ofLeft
  const fields = compareFields(parseFields(ofLeft, left), parseFields(ofRight, right))
  return { catalog, object, kind: 'different', fields }
}

function describeLonely({ line, kind }: Lonely, { left, right, changed }: Sides): Difference {
  const { catalog, object, builtIn } = line
  // What initdb made has no line where nobody wrote to it, unless all have.
  if (builtIn && changed !== 'named') return { catalog, object, kind: 'different', fields: [] }
  if (!(catalog in addresses)) return { catalog, object, kind, fields: [] }
  const none: Fields = new Map()
  const fields =
    kind === 'only left'
      ? compareFields(parseFields(line, left), none)
      : compareFields(none, parseFields(line, right))
  return { catalog, object, kind, fields }
}

function parseFields({ catalog, fields }: ObservedLine, observation: Observation): Fields {
  const values = parseRow(fields)
  return new Map((observation.fields[catalog] ?? []).map((name, at) => [name, values[at]]))
}

function differInOrder(left: Observation, right: Observation, name: string): boolean {
  const lefts = left.columnOrder[name]
  const rights = right.columnOrder[name]
  if (lefts === undefined || rights === undefined || lefts === rights) return false
  return sorted(lefts) === sorted(rights)
}

function sorted(columns: string): string {
  return columns.split(', ').toSorted().join(', ')
}
