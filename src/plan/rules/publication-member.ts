import type { CatalogObject } from '../../model/catalog.ts'
import { alter } from '../action.ts'
import { textIn, textOf, textsOf } from '../../model/attribute.ts'
import { idOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Tables in publications. A member that changes is taken out and put in again. */
export const publicationMemberRule: Rule = {
  kind: 'publicationMember',
  create: (member) => [
    statement(
      { verb: 'create', object: member.id },
      alter(
        `publication ${textIn(member, 'publication')}`,
        `add table ${textIn(member, 'table')}${columnsOf(member)}${filterOf(member)}`,
      ),
    ),
  ],
  drop: (member) => [
    statement(
      { verb: 'drop', object: member.id },
      alter(
        `publication ${textIn(member, 'publication')}`,
        `drop table ${textIn(member, 'table')}`,
      ),
    ),
  ],
  alter: () => 'replace',
  goesWith: (member) => [
    idOf('publication', textIn(member, 'publication')),
    idOf('table', textIn(member, 'table')),
  ],
}

function columnsOf(member: CatalogObject): string {
  const columns = textsOf(member, 'columns')
  return columns.length === 0 ? '' : ` (${columns.join(', ')})`
}

function filterOf(member: CatalogObject): string {
  const where = textOf(member, 'where')
  return where === null ? '' : ` where (${where})`
}
