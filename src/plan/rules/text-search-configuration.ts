import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { recordsOf, spell, textIn } from '../../model/attribute.ts'
import { alterBelow, create, drop } from '../action.ts'
import type { Action } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Text search configurations. Mappings are altered in place; no statement gives one another parser. */
export const textSearchConfigurationRule: Rule = {
  kind: 'textSearchConfiguration',
  create: (configuration, context) => [
    statement(
      { verb: 'create', object: configuration.id },
      create(addressOf(configuration), ` (parser = ${textIn(configuration, 'parser')})`),
    ),
    ...addAll(configuration).map((action) =>
      statement({ verb: 'create', object: configuration.id }, action),
    ),
    ...createFacets(configuration, context),
  ],
  drop: (configuration) => [
    statement({ verb: 'drop', object: configuration.id }, drop(addressOf(configuration))),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.includes('parser')) return 'replace'
    return [...(changed.length === 0 ? [] : setMappings(change)), ...alterFacets(change, context)]
  },
}

/** The dictionaries that words of a sort are looked up in, in their order. */
interface Mapping {
  readonly token: string
  readonly dictionaries: string
}

function mappingsOf(configuration: CatalogObject): Mapping[] {
  return recordsOf(configuration, 'mappings').map(({ token, dictionaries }) => ({
    token: spell(token),
    dictionaries: spell(dictionaries),
  }))
}

function addAll(configuration: CatalogObject): Action[] {
  return map(configuration, 'add', mappingsOf(configuration))
}

/** A token without a mapping is not indexed: it may lose or gain one. */
function setMappings({ from, to }: Altered): Statement[] {
  const [before, after] = [mappingsOf(from), mappingsOf(to)]
  const old = new Map(before.map(({ token, dictionaries }) => [token, dictionaries]))
  const kept = new Set(after.map(({ token }) => token))
  const gone = before.map(({ token }) => token).filter((token) => !kept.has(token))
  const differs = after.filter(
    ({ token, dictionaries }) => old.has(token) && old.get(token) !== dictionaries,
  )
  const fresh = after.filter(({ token }) => !old.has(token))
  return [
    ...(gone.length === 0 ? [] : [alterBelow(addressOf(to), `drop mapping for${listOf(gone)}`)]),
    ...map(to, 'alter', differs),
    ...map(to, 'add', fresh),
  ].map((action) => statement({ verb: 'alter', object: to.id }, action, { attribute: 'mappings' }))
}

/** One statement for all tokens that have the same dictionaries. */
function map(
  configuration: CatalogObject,
  verb: 'add' | 'alter',
  mappings: readonly Mapping[],
): Action[] {
  const groups = Map.groupBy(mappings, ({ dictionaries }) => dictionaries)
  return [...groups].map(([dictionaries, group]) =>
    alterBelow(
      addressOf(configuration),
      `${verb} mapping for${listOf(group.map(({ token }) => token))}\n  with ${dictionaries}`,
    ),
  )
}

/** A list after a space, or on lines below where it is long. */
function listOf(tokens: readonly string[]): string {
  if (tokens.length <= perLine) return ` ${tokens.join(', ')}`
  const lines = Array.from({ length: Math.ceil(tokens.length / perLine) }, (_, at) =>
    tokens.slice(at * perLine, (at + 1) * perLine).join(', '),
  )
  return `\n    ${lines.join(',\n    ')}`
}

const perLine = 8
