import { factsOf, isPlannedKind, kinds } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'

/**
 * Who plans a difference. Atlas; the planner, while Atlas plans the rest of the table; the planner, with all of the
 * table; or nobody: then it is named and refused. Atlas gets what its engine plans correctly, for tables of which
 * it plans every difference. The rest it does not read, or plans wrongly.
 */
export type Planner = 'atlas' | 'beside' | 'own' | 'nobody'

/** One line of the table of who plans what. */
export interface Assignment {
  readonly kind: Kind
  /** `*` for all of the kind. */
  readonly attribute: string
  readonly by: 'atlas' | 'own' | 'nobody'
  /** Whether such a difference makes the planner plan the whole table. */
  readonly takesTable: boolean
}

/** The table as a list, by kind. */
export function listAssignments(): Assignment[] {
  return kinds.flatMap((kind): Assignment[] => {
    const { atlas } = factsOf(kind)
    if (atlas === undefined)
      return [
        { kind, attribute: '*', by: isPlannedKind(kind) ? 'own' : 'nobody', takesTable: false },
      ]
    return Object.entries(atlas.attributes).map(([attribute, by]) => ({
      kind,
      attribute,
      by: by === 'atlas' ? 'atlas' : 'own',
      takesTable: by === 'own',
    }))
  })
}

/**
 * Who plans a difference of a kind in an attribute; what is not in the table is for the planner to plan or to
 * refuse.
 */
export function plannerOf(kind: Kind, attribute: string): Planner {
  if (!isPlannedKind(kind)) return 'nobody'
  return factsOf(kind).atlas?.attributes[attribute] ?? 'own'
}
