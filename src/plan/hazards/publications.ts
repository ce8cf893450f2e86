import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn, textOf, textsOf } from '../attribute.ts'
import { nameOf } from '../name.ts'
import type { Risk } from './hazard.ts'
import { risk, sets } from './object-step.ts'
import type { FindRisks, ObjectStep } from './object-step.ts'

/** What subscribers of a publication get more, less, or otherwise: rows leave the database by it. */
export const publicationRisks: FindRisks = (step) => [
  ...memberRisks(step),
  ...schemaRisks(step),
  ...publicationItself(step),
]

function memberRisks({ kind, verb, before, after }: ObjectStep): Risk[] {
  const member = after ?? before
  if (kind !== 'publicationMember' || member === undefined || verb === 'comment') return []
  const head = `publication ${textIn(member, 'publication')}`
  const table = textIn(member, 'table')
  if (before === undefined) return risk('opens_access', `${head} sends ${table}`)
  if (after === undefined) return risk('breaks_clients', `${head} no longer sends ${table}`)
  const [more, less] = [gains(before, after), gains(after, before)]
  const isOther = textOf(before, 'where') !== textOf(after, 'where') && !more && !less
  return [
    ...(more ? risk('opens_access', `${head} sends more of ${table}`) : []),
    ...(less ? risk('breaks_clients', `${head} sends less of ${table}`) : []),
    ...(isOther ? risk('changes_access', `${head} sends other rows of ${table}`) : []),
  ]
}

/** Whether a member sends columns or rows that the other one does not: no list is all columns, no filter all rows. */
function gains(before: CatalogObject, after: CatalogObject): boolean {
  const [old, fresh] = [textsOf(before, 'columns'), textsOf(after, 'columns')]
  const columns =
    old.length > 0 && (fresh.length === 0 || fresh.some((name) => !old.includes(name)))
  return columns || (textOf(before, 'where') !== null && textOf(after, 'where') === null)
}

function schemaRisks({ kind, before, after }: ObjectStep): Risk[] {
  const member = after ?? before
  if (kind !== 'publicationSchema' || member === undefined) return []
  const [head, what] = [
    `publication ${textIn(member, 'publication')}`,
    `all tables of ${textIn(member, 'schema')}`,
  ]
  if (before === undefined) return risk('opens_access', `${head} sends ${what}`)
  return after === undefined ? risk('breaks_clients', `${head} no longer sends ${what}`) : []
}

function publicationItself(step: ObjectStep): Risk[] {
  const { kind, verb, before, after } = step
  if (kind !== 'publication') return []
  const head = `publication ${nameOf(step.id)}`
  const [old, fresh] = [before, after].map(
    (each) => each !== undefined && flagOf(each, 'allTables'),
  )
  if (verb === 'create' && fresh === true && old !== true)
    return risk('opens_access', `${head} sends all tables`)
  if (verb === 'drop') {
    if (after === undefined) return risk('breaks_clients', `${head} is dropped`)
    return old === true && fresh !== true
      ? risk('breaks_clients', `${head} no longer sends all tables`)
      : []
  }
  return verb === 'alter' && before !== undefined && after !== undefined
    ? settingRisks(step, { before, after, head })
    : []
}

interface Both {
  readonly before: CatalogObject
  readonly after: CatalogObject
  readonly head: string
}

/** Which commands it sends, and whether as those of the partitioned table. */
function settingRisks(step: ObjectStep, { before, after, head }: Both): Risk[] {
  if (step.attribute !== undefined) return []
  const [old, fresh] = [textsOf(before, 'publish'), textsOf(after, 'publish')]
  const [more, less] = [
    fresh.filter((name) => !old.includes(name)),
    old.filter((name) => !fresh.includes(name)),
  ]
  const isOther = sets(step, 'viaRoot') || sets(step, 'generatedColumns')
  return [
    ...(more.length === 0 ? [] : risk('opens_access', `${head} sends ${more.join(', ')}`)),
    ...(less.length === 0
      ? []
      : risk('breaks_clients', `${head} no longer sends ${less.join(', ')}`)),
    ...(isOther ? risk('breaks_clients', `${head} sends rows in another form`) : []),
  ]
}
