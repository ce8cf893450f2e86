import { create, drop } from '../action.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Casts. Nothing of what they are can be altered. What is made may use one, and PostgreSQL does not record that. */
export const castRule: Rule = {
  kind: 'cast',
  hasNoData: true,
  isSetting: true,
  applies: (cast) => idAt(cast, 'function'),
  create: (cast, context) => [
    statement({ verb: 'create', object: cast.id }, create(addressOf(cast), headOf(cast))),
    ...createFacets(cast, context),
  ],
  drop: (cast) => [statement({ verb: 'drop', object: cast.id }, drop(addressOf(cast)))],
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}

function headOf(cast: CatalogObject): string {
  const called = idAt(cast, 'function')
  const method =
    called === null ? (methods[textIn(cast, 'method')] ?? '') : `with function ${nameOf(called)}`
  const context = textIn(cast, 'context')
  return `\n  ${method}${context === 'explicit' ? '' : ` as ${context}`}`
}

const methods: Readonly<Record<string, string>> = {
  binary: 'without function',
  inout: 'with inout',
}
