import type { CatalogObject } from '../../model/catalog.ts'
import { alter, alterBelow, create, drop } from '../action.ts'
import type { Action } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Publications that are ours; separate rules plan what they publish. */
export const publicationRule: Rule = {
  kind: 'publication',
  create: (publication, context) => [
    statement(
      { verb: 'create', object: publication.id },
      create(
        `publication ${nameOf(publication.id)}`,
        `${flagOf(publication, 'allTables') ? ' for all tables' : ''}\n  with (${options(publication)})`,
      ),
    ),
    ...createFacets(publication, context),
  ],
  drop: (publication) => [
    statement(
      { verb: 'drop', object: publication.id },
      drop(`publication ${nameOf(publication.id)}`),
    ),
  ],
  alter: (change, context) => {
    const { to } = change
    const changed = withoutFacets(change)
    if (changed.includes('allTables')) return 'replace'
    return [
      ...(changed.length === 0
        ? []
        : [
            statement(
              { verb: 'alter', object: to.id },
              alterBelow(`publication ${nameOf(to.id)}`, `set (${options(to, change.attributes)})`),
            ),
          ]),
      ...alterFacets(change, context),
    ]
  },
}

/** Schemas in publications: all their tables are published. */
export const publicationSchemaRule: Rule = {
  kind: 'publicationSchema',
  create: (member) => [
    statement({ verb: 'create', object: member.id }, alterPublication(member, 'add')),
  ],
  drop: (member) => [
    statement({ verb: 'drop', object: member.id }, alterPublication(member, 'drop')),
  ],
  alter: () => 'replace',
}

function alterPublication(member: CatalogObject, verb: 'add' | 'drop'): Action {
  return alter(
    `publication ${textIn(member, 'publication')}`,
    `${verb} tables in schema ${textIn(member, 'schema')}`,
  )
}

/** What nobody gave is said only where it takes something back: older servers do not know it. */
function options(publication: CatalogObject, changed: readonly string[] = []): string {
  const taken = changed.includes('generatedColumns') ? 'none' : null
  const generated = textOf(publication, 'generatedColumns') ?? taken
  return [
    `publish = '${textsOf(publication, 'publish').join(', ')}'`,
    `publish_via_partition_root = ${String(flagOf(publication, 'viaRoot'))}`,
    ...(generated === null ? [] : [`publish_generated_columns = ${generated}`]),
  ].join(', ')
}
