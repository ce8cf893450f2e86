import type { Node } from 'libpg-query'
import { isPlannedKind, kinds } from '../../model/kind.ts'
import type { ObjectName } from './object-name.ts'
import { places } from './schema-places.ts'
import type { Subject } from './statement-subject.ts'

/**
 * What a statement is about that creates something, or goes on with it (`alter sequence`): an index, policy, rule,
 * trigger or statistics object is about its table.
 */
export function parseCreateSubject(tree: Node): Subject | undefined {
  for (const { about, ...subject } of statements) {
    const object = about(tree)
    if (object !== undefined) return { ...subject, objects: [object], part: partOf(tree) }
  }
  return undefined
}

interface KnownStatement extends Omit<Subject, 'objects'> {
  readonly about: (tree: Node) => ObjectName | undefined
}

const statements = kinds.filter(isPlannedKind).flatMap((kind): KnownStatement[] => {
  const place = places[kind]
  if (place === undefined) return []
  const { noun, folders, create, alter } = place
  return [
    ...(create === undefined ? [] : [{ sort: `create ${noun}`, folders, kind, ...create }]),
    ...(alter === undefined ? [] : [{ sort: `alter ${noun}`, folders, ...alter }]),
  ]
})

/** The name of the part of its object that a statement creates. */
function partOf(tree: Node): string | undefined {
  if ('IndexStmt' in tree) return tree.IndexStmt.idxname
  if ('CreatePolicyStmt' in tree) return tree.CreatePolicyStmt.policy_name
  if ('CreateTrigStmt' in tree) return tree.CreateTrigStmt.trigname
  return 'RuleStmt' in tree ? tree.RuleStmt.rulename : undefined
}
