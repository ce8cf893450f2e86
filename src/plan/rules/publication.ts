import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alter, alterBelow, create, drop } from '../action.ts'
import type { Action } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { idOf, nameOf } from '../../model/object-id.ts'
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
        `${flagOf(publication, 'allTables') ? ' for all tables' : ''}${unusualOptions(publication)}`,
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
              alterBelow(`publication ${nameOf(to.id)}`, `set (${changedOptions(change)})`),
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
  goesWith: (member) => [
    idOf('publication', textIn(member, 'publication')),
    idOf('schema', textIn(member, 'schema')),
  ],
}

function alterPublication(member: CatalogObject, verb: 'add' | 'drop'): Action {
  return alter(
    `publication ${textIn(member, 'publication')}`,
    `${verb} tables in schema ${textIn(member, 'schema')}`,
  )
}

/** The options of a new publication that are not the usual ones. */
function unusualOptions(publication: CatalogObject): string {
  const names = optionNames.filter((name) => saidOf(publication)[name] !== usual[name])
  return names.length === 0 ? '' : `\n  with (${listed(publication, names)})`
}

/** Those that ALTER sets. */
function changedOptions({ to, attributes }: Altered): string {
  return listed(
    to,
    optionNames.filter((name) => attributes.includes(name)),
  )
}

const optionNames = ['publish', 'viaRoot', 'generatedColumns'] as const

function listed(
  publication: CatalogObject,
  names: readonly (typeof optionNames)[number][],
): string {
  return names.map((name) => saidOf(publication)[name]).join(', ')
}

/** How each option is said. */
function saidOf(
  publication: CatalogObject,
): Readonly<Record<(typeof optionNames)[number], string>> {
  return {
    publish: `publish = '${textsOf(publication, 'publish').join(', ')}'`,
    viaRoot: `publish_via_partition_root = ${String(flagOf(publication, 'viaRoot'))}`,
    generatedColumns: `publish_generated_columns = ${textOf(publication, 'generatedColumns') ?? 'none'}`,
  }
}

/** What counts where nothing is said of it (manual, CREATE PUBLICATION). */
const usual: Readonly<Record<(typeof optionNames)[number], string>> = {
  publish: "publish = 'insert, update, delete, truncate'",
  viaRoot: 'publish_via_partition_root = false',
  generatedColumns: 'publish_generated_columns = none',
}
