import type { Node } from 'libpg-query'
import { isPlannedKind, kinds } from '../../model/kind.ts'
import { places } from './schema-places.ts'
import type { Subject } from './statement-subject.ts'

/** What a statement is about that creates something: an index, policy, rule, trigger or statistics object is about its table. */
export function parseCreateSubject(tree: Node): Subject | undefined {
  for (const { kind, place, create } of creations) {
    const object = create.about(tree)
    if (object !== undefined) {
      const { noun, folders } = place
      const { phase, isFile } = create
      return {
        sort: `create ${noun}`,
        folders,
        phase,
        objects: [object],
        createsFile: isFile,
        kind,
        part: partOf(tree),
      }
    }
  }
  return undefined
}

const creations = kinds.filter(isPlannedKind).flatMap((kind) => {
  const place = places[kind]
  return place?.create === undefined ? [] : [{ kind, place, create: place.create }]
})

/** The name of the part of its object that a statement creates. */
function partOf(tree: Node): string | undefined {
  if ('IndexStmt' in tree) return tree.IndexStmt.idxname
  if ('CreatePolicyStmt' in tree) return tree.CreatePolicyStmt.policy_name
  if ('CreateTrigStmt' in tree) return tree.CreateTrigStmt.trigname
  return 'RuleStmt' in tree ? tree.RuleStmt.rulename : undefined
}
