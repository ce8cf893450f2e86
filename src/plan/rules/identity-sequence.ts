import type { CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { renameTo } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { idOf, nameOf } from '../../model/object-id.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context, Rule } from '../rule.ts'
import { dropIdentity, identityOfSequence } from './column-identity.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Sequences behind identity columns: they come and go with the identity, so that they bring it and take it along. */
export const identitySequenceRule: Rule = {
  kind: 'identitySequence',
  create: (sequence, context) => [
    ...identityOfSequence(sequence.parent, context),
    ...renameOld(sequence, context),
    ...createFacets(sequence, context),
  ],
  drop: ({ parent }, context) => dropIdentity(parent, context),
  // Whether it is logged follows the table.
  alter: (change, context) => {
    const unknown = withoutFacets(change).filter((name) => name !== 'persistence')
    return unknown.length > 0
      ? { refused: `${unknown.join(', ')} of an identity's sequence cannot be changed` }
      : alterFacets(change, context)
  },
}

/** An identity that stays under a sequence of another name. */
function renameOld(sequence: CatalogObject, { from, to }: Context): Statement[] {
  const old = childrenOf(from, sequence.parent).find(
    ({ kind, id }) => kind === 'identitySequence' && !to.objects.has(id),
  )
  return old === undefined
    ? []
    : [
        statement(
          { verb: 'alter', object: sequence.id },
          renameTo(
            `sequence ${nameOf(old.id)}`,
            ownNameOf({
              ...sequence,
              parent: sequence.schema === null ? null : idOf('schema', sequence.schema),
            }),
          ),
        ),
      ]
}
