import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { bareNameOf, idAt } from '../../model/object-id.ts'
import { alter, create, drop } from '../action.ts'
import type { Action } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { comesToBeNamed, isAnnounced, linkNames, linksToSet, needsOther } from './operator-links.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/**
 * Operators. Selectivity estimators can be altered; since PostgreSQL 17 what was left out of the rest can be added
 * (manual, ALTER OPERATOR).
 */
export const operatorRule: Rule = {
  kind: 'operator',
  hasNoData: true,
  create: (operator, context) =>
    isAnnounced(operator)
      ? announce(operator, context)
      : [
          statement({ verb: 'create', object: operator.id }, createAction(operator)),
          ...createFacets(operator, context),
        ],
  drop: (operator) => [statement({ verb: 'drop', object: operator.id }, drop(addressOf(operator)))],
  alter: (change, context) => {
    if (isAnnounced(change.from) && !isAnnounced(change.to)) return complete(change, context)
    return isRecreated(change, context)
      ? 'replace'
      : [...setOptions(change, context), ...alterFacets(change, context)]
  },
}

function createAction(operator: CatalogObject): Action {
  return create(`operator ${bareNameOf(operator.id)}`, ` (\n${definitionOf(operator)}\n)`)
}

function definitionOf(operator: CatalogObject): string {
  const called = idAt(operator, 'function')
  const options: readonly (readonly [string, string | null])[] = [
    ['function', called === null ? null : bareNameOf(called)],
    ['leftarg', textOf(operator, 'left')],
    ['rightarg', textIn(operator, 'right')],
    ...linkNames.map((link) => [link, operatorName(operator, link)] as const),
    ...estimators.map((name) => [name, textOf(operator, name)] as const),
  ]
  return [
    ...options.flatMap(([name, value]) => (value === null ? [] : [`${name} = ${value}`])),
    ...marks.filter((name) => flagOf(operator, name)),
  ]
    .map((option) => `  ${option}`)
    .join(',\n')
}

const estimators = ['restrict', 'join'] as const
const marks = ['hashes', 'merges'] as const

/** The operator that an option names: its types follow from those of the one that has the option. */
function operatorName(operator: CatalogObject, link: string): string | null {
  const other = idAt(operator, link)
  return other === null ? null : `operator(${bareNameOf(other)})`
}

/** An operator without a function comes along with one that names it. */
function announce(operator: CatalogObject, context: Context): readonly Statement[] | Refusal {
  return comesToBeNamed(operator.id, context)
    ? createFacets(operator, context)
    : { refused: 'it has no function, and no statement creates such an operator by itself' }
}

/** CREATE OPERATOR gives a function to one that has none. */
function complete(change: Altered, context: Context): Statement[] {
  const { to } = change
  return [
    statement({ verb: 'alter', object: to.id }, createAction(to)),
    ...alterFacets(change, context),
  ]
}

/** Whether no statement alters what differs. */
function isRecreated(change: Altered, context: Context): boolean {
  return needsOther(change, context) || linksToSet(change, context) === 'replace'
}

function setOptions(change: Altered, context: Context): Statement[] {
  const { to } = change
  const changed = withoutFacets(change)
  const links = linksToSet(change, context)
  const options = [
    ...(links === 'replace' ? [] : links).map(
      (link) => `${link} = ${operatorName(to, link) ?? ''}`,
    ),
    ...estimators
      .filter((name) => changed.includes(name))
      .map((name) => `${name} = ${textOf(to, name) ?? 'none'}`),
    ...marks.filter((name) => changed.includes(name)),
  ]
  return options.length === 0
    ? []
    : [
        statement(
          { verb: 'alter', object: to.id },
          alter(addressOf(to), `set (${options.join(', ')})`),
          options.length === 1 ? { attribute: changed.find((name) => name !== 'owner') ?? '' } : {},
        ),
      ]
}
