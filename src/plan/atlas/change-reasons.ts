import { idOf } from '../../model/object-id.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import type { Altered, Change } from '../../model/compare-catalogs.ts'
import { dependentsOf, needs } from '../../model/needs.ts'
import { recordOf, textIn, textOf } from '../../model/attribute.ts'
import { reasonsAgainst } from './reasons-against.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import type { Context } from '../rule.ts'
import { identityText, sequenceName } from '../rules/column-text.ts'
import { isKeyInTheWay } from '../rules/keys-in-the-way.ts'
import { isWidening } from '../rules/widening.ts'

/**
 * The reasons against Atlas for one change: what its engine does not read of a definition, or writes differently.
 * Takes the other changes of the table, too.
 */
export function changeReasons(
  change: Change,
  others: readonly Change[],
  context: Context,
): string[] {
  if (change.kind === 'removed') return []
  const object = change.kind === 'altered' ? change.to : change.object
  const said = byKind[object.kind]?.({ change, object, others, context }) ?? []
  return said.map((reason) => `${object.kind} ${ownNameOf(object)}: ${reason}`)
}

interface Case {
  readonly change: Change
  readonly object: CatalogObject
  readonly others: readonly Change[]
  readonly context: Context
}

const byKind: Readonly<Record<string, (given: Case) => string[]>> = {
  column: ({ change, object, context }) =>
    change.kind === 'altered' ? reasonsOfAltered(change, context) : reasonsOfNew(object, context),
  constraint: reasonsOfConstraint,
  index: reasonsOfIndex,
}

function reasonsOfNew(column: CatalogObject, { to }: Context): string[] {
  const owns = childrenOf(to, column.id).some(({ kind }) => kind === 'sequence')
  return [
    ...(isPlainType(column, to) ? [] : [reasonsAgainst.oddType]),
    ...(owns || isCounted(column) ? [reasonsAgainst.counted] : []),
    ...identityReasons(column, to),
  ]
}

function reasonsOfAltered({ from, to, attributes }: Altered, context: Context): string[] {
  const isComputed = [from, to].some((column) => textOf(column, 'generated') !== null)
  const counts = attributes.includes('default') && [from, to].some(isCounted)
  return [
    ...(attributes.includes('type') ? reasonsOfType(from, to) : []),
    ...(attributes.includes('type') && hasKeyInTheWay(from, context)
      ? [reasonsAgainst.rebuiltKey]
      : []),
    ...(isComputed ? [reasonsAgainst.computed] : []),
    ...(counts ? [reasonsAgainst.counted] : []),
  ]
}

function reasonsOfType(from: CatalogObject, to: CatalogObject): string[] {
  const widens = isWidening(textIn(from, 'type'), textIn(to, 'type'))
  return [
    ...(widens ? [] : [reasonsAgainst.conversion]),
    ...(textOf(from, 'default') === null ? [] : [reasonsAgainst.typedDefault]),
    ...(recordOf(from, 'identity') === null ? [] : [reasonsAgainst.typedIdentity]),
  ]
}

function hasKeyInTheWay({ id }: CatalogObject, context: Context): boolean {
  return dependentsOf(context.from, id).some((user) => {
    const key = context.from.objects.get(user)
    return key !== undefined && isKeyInTheWay(key, id, context)
  })
}

function isCounted(column: CatalogObject): boolean {
  return /\bnextval\(/.test(textOf(column, 'default') ?? '')
}

/** The types that Atlas's engine writes correctly: common types, arrays of them, and enums. */
function isPlainType(column: CatalogObject, { objects }: Catalog): boolean {
  const type = textIn(column, 'type')
  return plainType.test(type) || objects.has(idOf('enum', type))
}

const plainType =
  /^(?:smallint|integer|bigint|numeric(?:\(\d+,-?\d+\))?|real|double precision|text|character(?: varying)?(?:\(\d+\))?|boolean|uuid|jsonb?|date|interval|(?:timestamp|time)(?:\(\d\))? with(?:out)? time zone|bytea|inet|cidr)(?:\[\])?$/

function identityReasons(column: CatalogObject, catalog: Catalog): string[] {
  const identity = recordOf(column, 'identity')
  if (identity === null) return []
  const text = identityText(identity, sequenceName(column, catalog))
  return text.endsWith('as identity') ? [] : [reasonsAgainst.identityOptions]
}

function reasonsOfConstraint({ change, object, others, context }: Case): string[] {
  const type = textIn(object, 'type')
  const plain = definitionsOf(change).every((text) => plainDefinition[type]?.test(text) === true)
  return [
    ...(plain ? [] : [reasonsAgainst.unread]),
    ...(type === 'check' && !hasColumn(object, context.to) ? [reasonsAgainst.columnless] : []),
    ...(change.kind === 'altered' ? reasonsOfOther(change) : []),
    ...(isOtherPrimaryKey(object, others) ? [reasonsAgainst.primaryKey] : []),
    ...swapReasons(object, others),
  ]
}

function isOtherPrimaryKey(constraint: CatalogObject, others: readonly Change[]): boolean {
  if (textIn(constraint, 'type') !== 'primary') return false
  return others.some((change) => {
    if (change.kind !== 'removed' || change.object.kind !== 'constraint') return false
    return textIn(change.object, 'type') === 'primary'
  })
}

function reasonsOfOther({ from, to }: Altered): string[] {
  if (textIn(to, 'type') === 'primary') return [reasonsAgainst.primaryKey]
  return targetOf(from) === targetOf(to) ? [] : [reasonsAgainst.otherTarget]
}

/** As pg_get_constraintdef prints them when nothing special is said. */
const plainDefinition: Readonly<Record<string, RegExp>> = {
  primary: /^PRIMARY KEY \([^()]*\)$/,
  unique: /^UNIQUE \([^()]*\)$/,
  check: /^CHECK \(.*\)$/s,
  foreign:
    /^FOREIGN KEY \([^()]*\) REFERENCES [^()]*\([^()]*\)(?: ON (?:UPDATE|DELETE) (?:CASCADE|RESTRICT|SET NULL|SET DEFAULT))*$/,
}

function hasColumn({ id, parent }: CatalogObject, catalog: Catalog): boolean {
  return childrenOf(catalog, parent).some(
    (child) => child.kind === 'column' && needs(catalog, id, child.id),
  )
}

/** The table that a foreign key refers to; '' for other constraints. */
function targetOf(constraint: CatalogObject): string {
  return / REFERENCES (?<table>[^(]*)\(/.exec(textIn(constraint, 'definition'))?.[1] ?? ''
}

function reasonsOfIndex({ change, object, others }: Case): string[] {
  const special = definitionsOf(change).some((text) => specialIndex.test(text))
  return [...(special ? [reasonsAgainst.unread] : []), ...swapReasons(object, others)]
}

const specialIndex = / COLLATE | WITH \(| NULLS NOT DISTINCT| ON ONLY | TABLESPACE |_ops \(/

/** The old and the new definition, as far as Atlas reads them. */
function definitionsOf(change: Change): string[] {
  const states = change.kind === 'altered' ? [change.from, change.to] : [change.object]
  return states.map((state) => textIn(state, 'definition'))
}

/** A unique index and a unique constraint of one name are the same to Atlas. */
function swapReasons(object: CatalogObject, others: readonly Change[]): string[] {
  const swapped = others.some((change) => {
    const other = change.kind === 'altered' ? change.to : change.object
    return (
      other.kind !== object.kind &&
      factsOf(other.kind).hasIndex === true &&
      ownNameOf(other) === ownNameOf(object)
    )
  })
  return swapped ? [reasonsAgainst.swapped] : []
}
