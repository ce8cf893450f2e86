import { byText } from '../observe.ts'
import type { Observation } from '../observe.ts'
import type { SummedSight } from './sight.ts'
import { ofCatalogs } from './summed-up.ts'
import type { Detail } from './summed-up.ts'

/** Lines of some catalogs that were read, with so much detail. */
export interface SeenLines {
  readonly seen: Observation
  readonly detail: Detail
}

/** A database of which the lines of some catalogs were read: those of the others are asked of `rest`. */
export function partlySeen(rest: SummedSight, { seen, detail }: SeenLines): SummedSight {
  const isSeen = (name: string, asked: Detail): boolean =>
    name in seen.fields && (asked === detail || detail === 'all')
  return {
    ...rest,
    look: async (only, asked = 'all') => {
      const names = only ?? Object.keys((await rest.sumUp()).fields)
      const known = linesOf(
        seen,
        names.filter((name) => isSeen(name, asked)),
        asked,
      )
      const unknown = names.filter((name) => !isSeen(name, asked))
      return unknown.length === 0 ? known : joined(known, await rest.look(unknown, asked))
    },
  }
}

function linesOf(seen: Observation, names: readonly string[], detail: Detail): Observation {
  const chosen = new Set(names)
  return {
    ...seen,
    fields: ofCatalogs(seen.fields, names),
    lines: seen.lines.filter(
      ({ catalog, builtIn }) => chosen.has(catalog) && (detail === 'all' || !builtIn),
    ),
  }
}

/** What two observations of other catalogs say. */
function joined(one: Observation, other: Observation): Observation {
  return {
    ...other,
    fields: { ...one.fields, ...other.fields },
    checksums: { ...one.checksums, ...other.checksums },
    lines: [...one.lines, ...other.lines].toSorted(byText),
  }
}
