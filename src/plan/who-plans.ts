import { factsOf, isPlannedKind, kinds } from '../model/kind.ts'
import type { Kind } from '../model/kind.ts'

/**
 * Who plans a difference: Atlas; the planner beside it, while Atlas plans the rest of the table; the planner, all of the
 * table with it; or nobody: then it is named and refused. Atlas gets what its engine was seen to do right, for tables
 * that are its own to the last difference: the rest it does not see, or does wrong.
 */
export type Planner = 'atlas' | 'beside' | 'own' | 'nobody'

/** One line of the table of who plans what. */
export interface Assignment {
  readonly kind: Kind
  /** `*` for all of the kind. */
  readonly attribute: string
  readonly by: 'atlas' | 'own' | 'nobody'
  /** Whether such a difference makes own rules plan the whole table. */
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

/** Who plans a difference of a kind in an attribute; what is not in the table is for own rules to plan or to refuse. */
export function plannerOf(kind: Kind, attribute: string): Planner {
  if (!isPlannedKind(kind)) return 'nobody'
  return factsOf(kind).atlas?.attributes[attribute] ?? 'own'
}
