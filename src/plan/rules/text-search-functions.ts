import type { CatalogObject } from '../../model/catalog.ts'
import type { PlannedKind } from '../../model/kind.ts'
import { textOf } from '../../model/attribute.ts'
import { create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Text search parsers. */
export const textSearchParserRule: Rule = ruleOf('textSearchParser', [
  'start',
  'gettoken',
  'end',
  'lextypes',
  'headline',
])

/** Text search templates. */
export const textSearchTemplateRule: Rule = ruleOf('textSearchTemplate', ['init', 'lexize'])

/** A list of functions, which no statement alters. A superuser alone makes or drops one (manual, CREATE TEXT SEARCH PARSER). */
function ruleOf(kind: PlannedKind, functions: readonly string[]): Rule {
  return {
    kind,
    hasNoData: true,
    create: (object, context) => [
      statement(
        { verb: 'create', object: object.id },
        create(addressOf(object), ` (\n${definitionOf(object, functions)}\n)`),
      ),
      ...createFacets(object, context),
    ],
    drop: (object) => [statement({ verb: 'drop', object: object.id }, drop(addressOf(object)))],
    alter: (change, context) =>
      withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
  }
}

function definitionOf(object: CatalogObject, functions: readonly string[]): string {
  return functions
    .flatMap((name) => {
      const value = textOf(object, name)
      return value === null ? [] : [`  ${name} = ${value}`]
    })
    .join(',\n')
}
