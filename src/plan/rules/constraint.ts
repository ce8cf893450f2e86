import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn } from '../attribute.ts'
import { createComment, writeComment } from '../facets/comment.ts'
import type { Hazard } from '../hazards.ts'
import { ownNameOf, parentNameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Constraints of tables. */
export const constraintRule: Rule = {
  kind: 'constraint',
  create: (constraint) => [
    statement(
      'create',
      constraint.id,
      `alter table ${parentNameOf(constraint)}\n  add constraint ${ownNameOf(constraint)} ${textIn(constraint, 'definition')}`,
      { hazards: hazardsOf(constraint) },
    ),
    ...createComment(constraint),
  ],
  drop: (constraint) => [
    statement(
      'drop',
      constraint.id,
      `alter table ${parentNameOf(constraint)}\n  drop constraint ${ownNameOf(constraint)}`,
      {
        hazards: ['blocks_reads'],
      },
    ),
  ],
  alter: ({ from, to, attributes }) => {
    if (attributes.every((name) => name === 'comment')) return [writeComment(to)]
    const validates = !flagOf(from, 'validated') && flagOf(to, 'validated')
    if (!validates || withoutNotValid(from) !== withoutNotValid(to)) return 'replace'
    return [
      statement(
        'alter',
        to.id,
        `alter table ${parentNameOf(to)}\n  validate constraint ${ownNameOf(to)}`,
        { hazards: ['scan'] },
      ),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

/** Constraints of domains. */
export const domainConstraintRule: Rule = {
  kind: 'domainConstraint',
  create: (constraint) => [
    statement(
      'create',
      constraint.id,
      `alter domain ${parentNameOf(constraint)}\n  add constraint ${ownNameOf(constraint)} ${textIn(constraint, 'definition')}`,
      { hazards: ['scan'] },
    ),
    ...createComment(constraint),
  ],
  drop: (constraint) => [
    statement(
      'drop',
      constraint.id,
      `alter domain ${parentNameOf(constraint)}\n  drop constraint ${ownNameOf(constraint)}`,
    ),
  ],
  alter: ({ to, attributes }) =>
    attributes.every((name) => name === 'comment') ? [writeComment(to)] : 'replace',
}

function hazardsOf(constraint: CatalogObject): Hazard[] {
  const type = textIn(constraint, 'type')
  if (type === 'check' || type === 'foreign')
    return flagOf(constraint, 'validated') ? ['scan', 'blocks_writes'] : []
  return ['blocks_reads', 'scan']
}

function withoutNotValid(constraint: CatalogObject): string {
  return textIn(constraint, 'definition').replace(/ NOT VALID$/, '')
}
