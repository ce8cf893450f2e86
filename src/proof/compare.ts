import type { Observation, ObservedLine } from './observe.ts'

/** One field of an object that is not the same in both databases; undefined where the field is empty. */
export interface FieldDifference {
  readonly name: string
  readonly left: string | undefined
  readonly right: string | undefined
}

/** An object that is not the same in both databases. */
export interface Difference {
  readonly catalog: string
  readonly object: string
  readonly kind: 'only left' | 'only right' | 'different'
  /** For `different`: what differs. */
  readonly fields: readonly FieldDifference[]
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Relations of which the order of columns alone differs: no difference, but worth saying. */
  readonly columnOrder: readonly string[]
  /** Catalogs that could not be read in one of them: nothing is said of those. */
  readonly unreadable: readonly string[]
  readonly equal: boolean
}

/** Compares two observations; differences in the order of catalog and object. */
export function compareObservations(left: Observation, right: Observation): Comparison {
  const changed = changedBuiltIns(left, right)
  const counts = ({ builtIn, catalog }: ObservedLine): boolean =>
    !builtIn || changed.includes(catalog)
  const [onlyLeft, onlyRight] = withoutCommon(left.lines.filter(counts), right.lines.filter(counts))
  const named = pairUp(onlyLeft, onlyRight)
  const differences = [...named, ...nameless(changed, named)]
  return {
    differences,
    columnOrder: Object.keys(left.columnOrder).filter((name) => differInOrder(left, right, name)),
    unreadable: [...new Set([...left.unreadable, ...right.unreadable])].toSorted(),
    equal: differences.length === 0,
  }
}

/** The catalogs of which the rows that initdb made are not alike. */
function changedBuiltIns(left: Observation, right: Observation): string[] {
  const catalogs = new Set([...Object.keys(left.builtIn), ...Object.keys(right.builtIn)])
  return [...catalogs].filter((name) => left.builtIn[name] !== right.builtIn[name]).toSorted()
}

/** A built-in object that is gone leaves no line that would name it: its catalog is named instead. */
function nameless(changed: readonly string[], named: readonly Difference[]): Difference[] {
  return changed
    .filter((catalog) => !named.some((difference) => difference.catalog === catalog))
    .map((catalog) => ({
      catalog,
      object: 'what PostgreSQL itself brought',
      kind: 'different',
      fields: [],
    }))
}

/** What is left of two sorted lists of lines when the lines that both have are taken out, each as often as it stands there. */
function withoutCommon(
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

/** Lines about one object in one catalog belong together: what differs between them is said field by field. */
function pairUp(left: readonly ObservedLine[], right: readonly ObservedLine[]): Difference[] {
  const rightByObject = Map.groupBy(right, objectOf)
  const leftByObject = Map.groupBy(left, objectOf)
  const objects = new Set([...leftByObject.keys(), ...rightByObject.keys()])
  return [...objects].toSorted().flatMap((object) => {
    const lefts = leftByObject.get(object) ?? []
    const rights = rightByObject.get(object) ?? []
    const length = Math.max(lefts.length, rights.length)
    return Array.from({ length }, (_, at) => describe(lefts[at], rights[at])).flat()
  })
}

function objectOf({ catalog, object }: ObservedLine): string {
  return `${catalog}\n${object}`
}

function describe(left: ObservedLine | undefined, right: ObservedLine | undefined): Difference[] {
  const line = left ?? right
  if (line === undefined) return []
  const { catalog, object } = line
  if (left === undefined || right === undefined) {
    return [{ catalog, object, kind: left === undefined ? 'only right' : 'only left', fields: [] }]
  }
  return [{ catalog, object, kind: 'different', fields: compareFields(left, right) }]
}

function compareFields(left: ObservedLine, right: ObservedLine): FieldDifference[] {
  const lefts = parseFields(left)
  const rights = parseFields(right)
  const names = [...new Set([...lefts.keys(), ...rights.keys()])].toSorted()
  return names
    .map((name) => ({ name, left: lefts.get(name), right: rights.get(name) }))
    .filter((field) => field.left !== field.right)
}

function parseFields({ fields }: ObservedLine): Map<string, string> {
  const parsed: unknown = JSON.parse(fields)
  if (typeof parsed !== 'object' || parsed === null) return new Map()
  return new Map(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
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
