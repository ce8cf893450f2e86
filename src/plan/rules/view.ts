import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn, textsOf } from '../attribute.ts'
import { alterFacets, createFacets, withoutFacets } from '../facets/facets.ts'
import { nameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Views. CREATE OR REPLACE VIEW only appends columns and forgets options: a changed query makes it anew. */
export const viewRule: Rule = {
  kind: 'view',
  create: (view, context) => [
    statement(
      'create',
      view.id,
      `create view ${nameOf(view.id)}${optionsOf(view)} as\n${queryOf(view)}`,
    ),
    ...createFacets(view, context),
  ],
  drop: (view) => [
    statement('drop', view.id, `drop view ${nameOf(view.id)}`, { hazards: ['breaks_clients'] }),
  ],
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}

/** Materialised views: their rows are computed again when they are made anew. */
export const materializedViewRule: Rule = {
  kind: 'materializedView',
  create: (view, context) => [
    statement(
      'create',
      view.id,
      `create materialized view ${nameOf(view.id)}${optionsOf(view)} as\n${queryOf(view)}${flagOf(view, 'populated') ? '' : '\nwith no data'}`,
    ),
    ...createFacets(view, context),
  ],
  drop: (view) => [
    statement('drop', view.id, `drop materialized view ${nameOf(view.id)}`, {
      hazards: ['breaks_clients'],
    }),
  ],
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}

function optionsOf(view: CatalogObject): string {
  const options = textsOf(view, 'options')
  return options.length === 0 ? '' : `\nwith (${options.join(', ')})`
}

function queryOf(view: CatalogObject): string {
  return textIn(view, 'definition').replace(/;\s*$/, '')
}
