import type { CatalogObject } from '../../model/catalog.ts'
import { alter } from '../action.ts'
import { textIn, textOf, textsOf } from '../../model/attribute.ts'
import { idOf } from '../../model/object-id.ts'
import { childTablesOf } from '../../model/parent-tables.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Tables in publications. A member that changes is taken out and put in again. */
export const publicationMemberRule: Rule = {
  kind: 'publicationMember',
  create: (member, context) => [
    statement(
      { verb: 'create', object: member.id },
      alter(
        `publication ${textIn(member, 'publication')}`,
        `add table ${onlyTable(member, context)}${columnsOf(member)}${filterOf(member)}`,
      ),
    ),
  ],
  drop: (member, context) => [
    statement(
      { verb: 'drop', object: member.id },
      alter(
        `publication ${textIn(member, 'publication')}`,
        `drop table ${onlyTable(member, context)}`,
      ),
    ),
  ],
  alter: () => 'replace',
  goesWith: (member) => [
    idOf('publication', textIn(member, 'publication')),
    idOf('table', textIn(member, 'table')),
  ],
}

/** Tables that inherit are separate members: without ONLY they would come and go along (manual, CREATE PUBLICATION). */
function onlyTable(member: CatalogObject, { from, to }: Context): string {
  const name = textIn(member, 'table')
  const isInherited = [from, to].some((catalog) =>
    childTablesOf(catalog, idOf('table', name)).some(
      ({ attributes }) => (attributes['partitionOf'] ?? null) === null,
    ),
  )
  return isInherited ? `only ${name}` : name
}

function columnsOf(member: CatalogObject): string {
  const columns = textsOf(member, 'columns')
  return columns.length === 0 ? '' : ` (${columns.join(', ')})`
}

function filterOf(member: CatalogObject): string {
  const where = textOf(member, 'where')
  return where === null ? '' : ` where (${where})`
}
