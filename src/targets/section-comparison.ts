import type { CatalogObject, Value } from '../model/catalog.ts'
import { isSameValue } from '../model/compare-catalogs.ts'
import { factsOf } from '../model/kind.ts'
import type { Kind } from '../model/kind.ts'
import { nameOf } from '../model/object-id.ts'
import type { SectionComparison } from '../model/sections.ts'
import { showTwo } from '../model/two-values.ts'
import { recordsOf } from '../model/attribute.ts'
import { spaced } from '../model/spaced.ts'
import type { Difference } from '../observer/compare-observations.ts'
import type { Both } from './governed-objects.ts'
import { showObserved, valueOf } from '../proof/shown-difference.ts'

/** Compares objects by kind, in the order in which a database is built, then who has which rights on them. */
export function compareObjects({ expected, found }: Both<CatalogObject[]>): SectionComparison[] {
  const both = { expected: entriesOf(expected), found: entriesOf(found) }
  const sections = new Set([...both.expected, ...both.found].map(({ section }) => section))
  const order = [...sections].filter((name) => name !== rights)
  return [...order, rights].map((name) => {
    const of = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
      new Map(
        entries
          .filter(({ section }) => section === name)
          .map((entry) => [entry.object, entry] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    return compareSection(name, { expected: of(both.expected), found: of(both.found) })
  })
}

/** What only the observer sees, as a section; none where nothing differs. */
export function sectionOfUnread(differences: readonly Difference[]): SectionComparison[] {
  if (differences.length === 0) return []
  const different = differences.flatMap(showObserved).map(({ object, what, expected, found }) => {
    const [wanted, there] = showTwo(expected, found)
    return { object: `${object} ${what}`, expected: wanted, found: there }
  })
  const count = different.length
  return [
    { name: 'other properties', expected: count, found: count, missing: [], extra: [], different },
  ]
}

/** The section of who may do what; the attribute of objects that it comes from is called the same. */
export const rightsSection = 'rights'
const rights = rightsSection

/** An object, or what one role may do with it. */
interface Entry {
  readonly section: string
  readonly object: string
  readonly attributes: Readonly<Record<string, Value>>
}

function entriesOf(objects: readonly CatalogObject[]): Entry[] {
  return objects.flatMap((object) => [
    { section: pluralOf(object.kind), object: nameOf(object.id), attributes: shownOf(object) },
    ...rightsOf(object),
  ])
}

function shownOf(object: CatalogObject): Entry['attributes'] {
  const { aside = [] } = factsOf(object.kind)
  const names = Object.keys(object.attributes).filter(
    (name) => name !== rights && !aside.includes(name),
  )
  return Object.fromEntries(names.map((name) => [name, valueOf(object, name)]))
}

function rightsOf(object: CatalogObject): Entry[] {
  const grantees = Map.groupBy(recordsOf(object, rights), ({ grantee }) => words(grantee))
  return [...grantees].map(([grantee, privileges]) => ({
    section: rights,
    object: `${factsOf(object.kind).words} ${nameOf(object.id)} to ${grantee}`,
    attributes: { rights: privileges.map(privilegeOf) },
  }))
}

function privilegeOf({ privilege, grantable, grantor }: Readonly<Record<string, Value>>): string {
  const by = grantor === undefined ? '' : ` by ${words(grantor)}`
  return `${words(privilege)}${grantable === true ? ' with grant option' : ''}${by}`
}

function compareSection(
  name: string,
  { expected, found }: Both<ReadonlyMap<string, Entry>>,
): SectionComparison {
  return {
    name,
    expected: expected.size,
    found: found.size,
    missing: itemsBeyond(expected, found),
    extra: itemsBeyond(found, expected),
    different: [...expected.values()].flatMap((entry) =>
      mismatchesOf(entry, found.get(entry.object) ?? entry),
    ),
  }
}

function itemsBeyond(
  entries: ReadonlyMap<string, Entry>,
  others: ReadonlyMap<string, Entry>,
): SectionComparison['missing'] {
  return [...entries.values()]
    .filter(({ object }) => !others.has(object))
    .map(({ object, attributes }) => ({ object, detail: describe(attributes) }))
}

/** What is set; of what has a definition that alone, since it says the rest. */
function describe(attributes: Entry['attributes']): string {
  const { definition } = attributes
  const shown = typeof definition === 'string' ? { definition } : attributes
  const set = Object.keys(shown).filter((name) => !unset.has(words(shown[name])))
  return set.map((name) => phrase(shown, name, showTwo(words(shown[name]), null)[0])).join(', ')
}

const unset: ReadonlySet<string> = new Set(['none', 'no', ''])

function mismatchesOf(expected: Entry, found: Entry): SectionComparison['different'] {
  const names = [
    ...new Set([...Object.keys(expected.attributes), ...Object.keys(found.attributes)]),
  ]
  const pairs = names
    .filter((name) => !isSameValue(expected.attributes[name], found.attributes[name]))
    // The definition of a routine repeats what its other attributes say.
    .filter((name, _at, differing) => differing.length === 1 || !isRepeated(expected, name))
    .map((name) => {
      const texts = showTwo(words(expected.attributes[name]), words(found.attributes[name]))
      return texts.map((text) => phrase(expected.attributes, name, text))
    })
  if (pairs.length === 0) return []
  const of = (side: 0 | 1): string => pairs.map((texts) => texts[side]).join(', ')
  return [{ object: expected.object, expected: of(0), found: of(1) }]
}

function isRepeated({ attributes }: Entry, name: string): boolean {
  return name === 'definition' && 'body' in attributes
}

/** An attribute and its value; of rights, and of a single definition, only the value. */
function phrase(attributes: Entry['attributes'], name: string, text: string): string {
  const alone = Object.keys(attributes).length === 1
  return alone && (name === rights || name === 'definition') ? text : `${spaced(name)}: ${text}`
}

/** A value in words: yes and no; lists with commas; of records what is set. */
function words(value: Value | undefined): string {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object') return String(value)
  return isList(value) ? wordsOfList(value) : wordsOfRecord(value)
}

function wordsOfList(list: readonly Value[]): string {
  const separator = list.some((part) => typeof part === 'object') ? '; ' : ', '
  return list.length === 0 ? 'none' : list.map(words).join(separator)
}

function wordsOfRecord(record: Readonly<Record<string, Value>>): string {
  return Object.entries(record)
    .map(([name, part]) => [spaced(name), words(part)] as const)
    .filter(([, text]) => !unset.has(text))
    .map((parts) => parts.join(' '))
    .join(', ')
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function pluralOf(kind: Kind): string {
  const singular = factsOf(kind).words
  if (singular.endsWith('y')) return `${singular.slice(0, -1)}ies`
  return /[sx]$/.test(singular) ? `${singular}es` : `${singular}s`
}
