import { join } from 'node:path'
import type { Difference } from '../../src/observer/compare-observations.ts'

/** What came of an edit: it was planned and proved in both directions, or refused by name. */
export type Outcome = 'planned' | 'reported'

/** By column of a catalog, such as pg_class.relacl: what came of edits of it, by the kind of the object. */
export type Coverage = Map<string, Map<string, Set<Outcome>>>

/** What all edits together change on the newest version, a column a line. Written by a run of all tests. */
export const covered = join(import.meta.dirname, '../proof/silence/covered.txt')

/** Notes what came of an edit: it is reported where something is refused by name. */
export function noteTrial(coverage: Coverage, { differences, refused }: Trial): void {
  const outcome = refused.length === 0 ? 'planned' : 'reported'
  for (const { catalog, object, fields } of differences)
    for (const { name } of fields) {
      const kinds = getOr(coverage, `${catalog}.${name}`, new Map<string, Set<Outcome>>())
      getOr(kinds, kindOf(object), new Set<Outcome>()).add(outcome)
    }
}

interface Trial {
  readonly differences: readonly Difference[]
  readonly refused: readonly string[]
}

/** A line for each column: `pg_class.relacl: planned sequence, table; reported foreign table`. */
export function renderCoverage(coverage: Coverage): string {
  const lines = [...coverage].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return lines.map(([column, kinds]) => `${column}: ${renderKinds(kinds)}\n`).join('')
}

/** Reads what renderCoverage wrote. */
export function parseCoverage(text: string): Coverage {
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [column = '', told = ''] = line.split(': ')
        return [column, parseKinds(told)]
      }),
  )
}

function parseKinds(told: string): Map<string, Set<Outcome>> {
  const kinds = new Map<string, Set<Outcome>>()
  for (const [, outcome, names] of told.matchAll(/(planned|reported) ([^;]*)/g))
    for (const name of (names ?? '').split(', '))
      getOr(kinds, name, new Set<Outcome>()).add(outcome === 'planned' ? 'planned' : 'reported')
  return kinds
}

/** The kinds of which something has this outcome, sorted. */
export function kindsWith(
  kinds: ReadonlyMap<string, ReadonlySet<Outcome>>,
  outcome: Outcome,
): string[] {
  return [...kinds]
    .filter(([, outcomes]) => outcomes.has(outcome))
    .map(([kind]) => kind)
    .toSorted()
}

function renderKinds(kinds: ReadonlyMap<string, ReadonlySet<Outcome>>): string {
  return (['planned', 'reported'] as const)
    .map((outcome) => [outcome, kindsWith(kinds, outcome).join(', ')] as const)
    .filter(([, names]) => names !== '')
    .map(([outcome, names]) => `${outcome} ${names}`)
    .join('; ')
}

/** The type of an object as pg_identify_object names it: most are one word. */
function kindOf(object: string): string {
  return longTypes.exec(object)?.[0] ?? object.split(' ')[0] ?? object
}

const longTypes =
  /^(?:(?:table|view|materialized view|foreign table|composite type|index|sequence) column|(?:table|domain) constraint|materialized view|foreign table|composite type|toast table|default (?:value|acl)|large object|operator (?:class|family|of access method)|function of access method|access method|text search \w+|foreign-data wrapper|user mapping|event trigger|publication \w+|statistics object|security label)(?= |$)/

function getOr<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, fresh)
  return fresh
}
