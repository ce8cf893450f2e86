import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { textIn, textsOf } from '../../model/attribute.ts'
import { alter, create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Text search dictionaries. Options are altered in place; no statement gives one another template. */
export const textSearchDictionaryRule: Rule = {
  kind: 'textSearchDictionary',
  hasNoData: true,
  create: (dictionary, context) => [
    statement(
      { verb: 'create', object: dictionary.id },
      create(addressOf(dictionary), ` (\n${definitionOf(dictionary)}\n)`),
    ),
    ...createFacets(dictionary, context),
  ],
  drop: (dictionary) => [
    statement({ verb: 'drop', object: dictionary.id }, drop(addressOf(dictionary))),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.includes('template')) return 'replace'
    return [...(changed.length === 0 ? [] : [setOptions(change)]), ...alterFacets(change, context)]
  },
}

function definitionOf(dictionary: CatalogObject): string {
  return [`template = ${textIn(dictionary, 'template')}`, ...textsOf(dictionary, 'options')]
    .map((option) => `  ${option}`)
    .join(',\n')
}

/** An option without a value is taken away (manual, ALTER TEXT SEARCH DICTIONARY). */
function setOptions({ from, to }: Altered): Statement {
  const [before, after] = [textsOf(from, 'options'), textsOf(to, 'options')]
  const kept = new Set(after.map(nameOfOption))
  const items = [
    ...before.map(nameOfOption).filter((name) => !kept.has(name)),
    ...after.filter((option) => !before.includes(option)),
  ]
  return statement(
    { verb: 'alter', object: to.id },
    alter(addressOf(to), `(\n${items.map((item) => `  ${item}`).join(',\n')}\n)`),
    { attribute: 'options' },
  )
}

/** Of `name = value`, spelled as SQL needs it. */
function nameOfOption(option: string): string {
  return /^(?:"(?:""|[^"])*"|[^ ]+)/.exec(option)?.[0] ?? option
}
