import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alter, create, drop, orReplace } from '../action.ts'
import type { Action } from '../action.ts'
import { flagOf, recordsOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { alterOptions, optionClause } from './facets/options.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Views. */
export const viewRule: Rule = {
  kind: 'view',
  looksAtData: true,
  hasNoData: true,
  create: (view, context) => [
    statement({ verb: 'create', object: view.id }, createView(view)),
    ...createFacets(view, context),
  ],
  drop: (view) => [statement({ verb: 'drop', object: view.id }, drop(`view ${nameOf(view.id)}`))],
  alter: alterView,
}

/** Materialized views: their rows are computed again when they are recreated. */
export const materializedViewRule: Rule = {
  kind: 'materializedView',
  looksAtData: true,
  create: (view, context) =>
    textOf(view, 'tablespace') === null
      ? [
          statement({ verb: 'create', object: view.id }, createMaterialized(view)),
          ...createFacets(view, context),
        ]
      : { refused: 'a materialized view with a tablespace cannot be created' },
  drop: (view) => [
    statement({ verb: 'drop', object: view.id }, drop(`materialized view ${nameOf(view.id)}`)),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.some((name) => name !== 'options' && name !== 'toastOptions')) return 'replace'
    const actions = [
      ...alterOptions(change, 'options'),
      ...alterOptions(change, 'toastOptions', 'toast.'),
    ]
    const { id } = change.to
    return [
      ...actions.map((action) =>
        statement(
          { verb: 'alter', object: id },
          alter(`materialized view ${nameOf(id)}`, optionClause(action)),
          {
            attribute: 'options',
          },
        ),
      ),
      ...alterFacets(change, context),
    ]
  },
}

/**
 * CREATE OR REPLACE VIEW keeps the dependents, but only appends columns (manual, CREATE VIEW). It resets options
 * that are not repeated.
 */
function alterView(change: Altered, context: Context): readonly Statement[] | 'replace' {
  const { from, to } = change
  const changed = withoutFacets(change)
  const facets = alterFacets(change, context)
  if (changed.length === 0) return facets
  if (changed.every((name) => name === 'options')) {
    const actions = alterOptions(change, 'options')
    return [
      ...actions.map((each) =>
        statement(
          { verb: 'alter', object: to.id },
          alter(`view ${nameOf(to.id)}`, optionClause(each)),
          {
            attribute: 'options',
          },
        ),
      ),
      ...facets,
    ]
  }
  const [before, after] = [recordsOf(from, 'columns'), recordsOf(to, 'columns')]
  if (!before.every((column, at) => isSameValue(column, after[at]))) return 'replace'
  return [
    statement({ verb: 'alter', object: to.id }, orReplace(createView(to)), {
      attribute: 'definition',
    }),
    ...facets,
  ]
}

function createView(view: CatalogObject): Action<'create'> {
  return create(
    `view ${nameOf(view.id)}`,
    `${withOptions(textsOf(view, 'options'))} as\n${queryOf(view)}`,
  )
}

function createMaterialized(view: CatalogObject): Action {
  const method = textOf(view, 'accessMethod')
  const options = [
    ...textsOf(view, 'options'),
    ...textsOf(view, 'toastOptions').map((option) => `toast.${option}`),
  ]
  const using = method === null || method === 'heap' ? '' : `\nusing ${method}`
  const data = flagOf(view, 'populated') ? '' : '\nwith no data'
  return create(
    `materialized view ${nameOf(view.id)}`,
    `${using}${withOptions(options)} as\n${queryOf(view)}${data}`,
  )
}

function withOptions(options: readonly string[]): string {
  return options.length === 0 ? '' : `\nwith (${options.join(', ')})`
}

function queryOf(view: CatalogObject): string {
  return textIn(view, 'definition').replace(/;\s*$/, '')
}
