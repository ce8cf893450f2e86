import { objectsOfKind } from '../../../model/catalog.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { flagOf, textIn, textOf, textsOf } from '../../../model/attribute.ts'
import { idOf, nameOf } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'
import type { Risk } from '../hazard.ts'
import { bothOf, risk, sets } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'

/** What of a table subscribers of a publication get more, less, or otherwise: rows leave the database by it. */
export function memberRisks(step: ObjectStep): Risk[] {
  const member = step.after ?? step.before
  if (member === undefined || step.verb === 'comment') return []
  const table = textIn(member, 'table')
  // A table that is dropped is told of by itself.
  if (step.after === undefined && !step.to.objects.has(idOf('table', table))) return []
  const both = bothOf(step)
  return both === undefined
    ? comesOrGoes(step, headOf(member), table)
    : changedMember(both, headOf(member), table)
}

/** A new table enters every publication that sends all tables, or all of its schema. */
export function newTableRisks({ verb, before, after, to }: ObjectStep): Risk[] {
  if (verb !== 'create' || before !== undefined || after === undefined) return []
  const name = nameOf(after.id)
  const ofSchema = objectsOfKind(to, 'publicationSchema')
    .filter((member) => textIn(member, 'schema') === schemaNameOf(name))
    .map(headOf)
  const ofAll = objectsOfKind(to, 'publication')
    .filter(sendsAll)
    .map(({ id }) => `publication ${nameOf(id)}`)
  return [...ofSchema, ...ofAll].flatMap((head) => risk('opens_access', `${head} sends ${name}`))
}

function headOf(member: CatalogObject): string {
  return `publication ${textIn(member, 'publication')}`
}

function comesOrGoes({ before, after }: ObjectStep, head: string, what: string): Risk[] {
  if (before === undefined) return risk('opens_access', `${head} sends ${what}`)
  return after === undefined ? risk('breaks_clients', `${head} no longer sends ${what}`) : []
}

function changedMember({ before, after }: Both, head: string, table: string): Risk[] {
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

/** A schema that a publication sends, or no longer does. */
export function schemaRisks(step: ObjectStep): Risk[] {
  const member = step.after ?? step.before
  return member === undefined
    ? []
    : comesOrGoes(step, headOf(member), `all tables of ${textIn(member, 'schema')}`)
}

/** What a publication as a whole sends, or no longer does. */
export function publicationItself(step: ObjectStep): Risk[] {
  return byVerb[step.verb]?.(step, `publication ${nameOf(step.id)}`) ?? []
}

const byVerb: Readonly<Record<string, (step: ObjectStep, head: string) => Risk[]>> = {
  create: ({ before, after }, head) =>
    sendsAll(after) && !sendsAll(before) ? risk('opens_access', `${head} sends all tables`) : [],
  drop: ({ before, after }, head) => {
    if (after === undefined) return risk('breaks_clients', `${head} is dropped`)
    return sendsAll(before) && !sendsAll(after)
      ? risk('breaks_clients', `${head} no longer sends all tables`)
      : []
  },
  alter: settingRisks,
}

function sendsAll(publication: CatalogObject | undefined): boolean {
  return publication !== undefined && flagOf(publication, 'allTables')
}

/** Which commands it sends, and whether as those of the partitioned table. */
function settingRisks(step: ObjectStep, head: string): Risk[] {
  const both = bothOf(step)
  if (both === undefined || step.attribute !== undefined) return []
  const [old, fresh] = [textsOf(both.before, 'publish'), textsOf(both.after, 'publish')]
  const more = fresh.filter((name) => !old.includes(name))
  const less = old.filter((name) => !fresh.includes(name))
  const isOther = sets(step, 'viaRoot') || sets(step, 'generatedColumns')
  return [
    ...(more.length === 0 ? [] : risk('opens_access', `${head} sends ${more.join(', ')}`)),
    ...(less.length === 0
      ? []
      : risk('breaks_clients', `${head} no longer sends ${less.join(', ')}`)),
    ...(isOther ? risk('breaks_clients', `${head} sends rows in another form`) : []),
  ]
}
