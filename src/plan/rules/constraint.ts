import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { nameInSchema, ownNameOf } from './facets/name.ts'
import { attachedTo } from '../../model/object-id.ts'
import { comingOf, handsDown, isCreatedBefore } from './attached/coming.ts'
import { createNamedKeys } from './attached/named-keys.ts'
import { hasIndex, isIncomplete, isOfPartitioned } from './attached/partitions.ts'
import { alterAttachment, attachIndex } from './attached/statements.ts'
import type { Context, Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { definitionOfForeignKey } from './chosen-key.ts'
import { alterTable } from './column-statement.ts'
import { createPart, createPartAlone, removePart } from './part-statement.ts'
import { staysInside } from './domain-use.ts'
import {
  alterIndexOptions,
  commentOnIndex,
  definitionWithOptions,
  moveCluster,
  optionsOfIndex,
  rolesOfIndex,
  writeIndexComment,
} from './index-extras.ts'

/** Constraints of tables, with what is said of the indexes that hold some up. */
export const constraintRule: Rule = {
  kind: 'constraint',
  looksAtData: true,
  keepsNeeds: true,
  alsoNamed: nameInSchema,
  create: (constraint, context) => [
    ...createItself(constraint, context),
    ...optionsThatComeNot(constraint, context),
    ...rolesOfIndex(constraint, textOf(constraint, 'index') ?? '', context),
    ...createComment(constraint),
    ...commentOnIndex(constraint),
  ],
  drop: (constraint) => (attachedTo(constraint) === null ? [removePart(constraint)] : []),
  alter: (change, context) => {
    const attachment = alterAttachment(change, context)
    if (attachment === 'replace' || comesToLack(change)) return 'replace'
    const attributes = change.attributes.filter((name) => !follows.includes(name))
    const others = attributes.filter((name) => !Object.hasOwn(said, name))
    if (others.length > 0 && !isSameRule(change, others)) return 'replace'
    return [
      ...attachment,
      ...(others.includes('deferrable') ? defer(change.to) : []),
      ...(others.includes('validated') ? validate(change.to) : []),
      ...attributes.flatMap((name) => said[name]?.(change, context) ?? []),
    ]
  },
}

/** What follows from statements about others. */
const follows: readonly string[] = ['attachedTo', 'incomplete']

/** Whether the index of one is to be without those of some partitions again. */
function comesToLack({ from, to }: Altered): boolean {
  return !isIncomplete(from) && isIncomplete(to)
}

/** Whether all that differs is when a foreign key is checked, and that one comes to hold for all rows. */
function isSameRule({ from, to }: Altered, others: readonly string[]): boolean {
  const altered = ['definition', 'validated', ...(isForeign(to) ? ['deferrable'] : [])]
  return (
    others.every((name) => altered.includes(name)) &&
    (flagOf(to, 'validated') || !others.includes('validated')) &&
    withoutWords(from) === withoutWords(to)
  )
}

/** One that follows another one is checked when that is. */
function defer(key: CatalogObject): Statement[] {
  const when = deferral[textIn(key, 'deferrable')] ?? ''
  const clause = `alter constraint ${ownNameOf(key)} ${when}`
  return attachedTo(key) === null ? [alterTable(key, clause, { attribute: 'deferrable' })] : []
}

const deferral: Readonly<Record<string, string>> = {
  no: 'not deferrable',
  immediate: 'deferrable',
  deferred: 'deferrable initially deferred',
}

/** One that follows another one is validated with that. */
function validate(constraint: CatalogObject): Statement[] {
  const clause = `validate constraint ${ownNameOf(constraint)}`
  return attachedTo(constraint) === null
    ? [alterTable(constraint, clause, { attribute: 'validated' })]
    : []
}

function createItself(constraint: CatalogObject, context: Context): Statement[] {
  const definition = isForeign(constraint)
    ? definitionOfForeignKey(constraint, context.to)
    : definitionWithOptions(constraint)
  const isAttached = attachedTo(constraint) !== null
  if (isAttached && comingOf(constraint, context) !== 'apart') return []
  const isAlone =
    hasIndex(constraint) &&
    isOfPartitioned(constraint, context.to) &&
    !handsDown(constraint, context)
  return [
    ...createNamedKeys(constraint, context),
    isAlone ? createPartAlone(constraint, definition) : createPart(constraint, definition),
    ...(isAttached ? attachIndex(constraint, context) : []),
  ]
}

function isForeign(constraint: CatalogObject): boolean {
  return constraint.attributes['type'] === 'foreign'
}

/** An index that follows another one comes with the options of that. */
function optionsThatComeNot(constraint: CatalogObject, context: Context): Statement[] {
  const above = context.to.objects.get(attachedTo(constraint) ?? '')
  if (above === undefined || comingOf(constraint, context) === 'apart') return []
  return isCreatedBefore(constraint, context)
    ? optionsOfIndex(constraint)
    : alterIndexOptions({ kind: 'altered', from: above, to: constraint, attributes: [] })
}

/** What can be said of a constraint that stays. */
const said: Readonly<Record<string, (change: Altered, context: Context) => readonly Statement[]>> =
  {
    comment: ({ to }) => [writeComment(to)],
    indexComment: ({ to }) => [writeIndexComment(to)],
    indexOptions: alterIndexOptions,
    clustered: ({ to }, context) => moveCluster(to, textOf(to, 'index') ?? '', context),
  }

/** Constraints of domains. */
export const domainConstraintRule: Rule = {
  kind: 'domainConstraint',
  looksAtData: true,
  create: (constraint) => [addCheck(constraint), ...createComment(constraint)],
  drop: (constraint) => [removePart(constraint)],
  alter: ({ to, attributes }) =>
    attributes.every((name) => name === 'comment') ? [writeComment(to)] : 'replace',
  recreatesParent: ({ parent }, context) => parent !== null && staysInside(parent, context),
}

/** Gives a domain that is there a check. */
export function addCheck(check: CatalogObject): Statement {
  return createPart(check, textIn(check, 'definition'))
}

/** A definition without when it is checked, and whether it holds for all rows. */
function withoutWords(constraint: CatalogObject): string {
  return textIn(constraint, 'definition').replace(
    /(?: DEFERRABLE(?: INITIALLY DEFERRED)?)?(?: NOT VALID)?$/,
    '',
  )
}
