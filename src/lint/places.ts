import type { Declaration } from '../sql/directives.ts'
import type { RuleRow } from './ask-catalog.ts'

/** Where something is declared, and the lines above which a comment may ignore it. */
export interface DeclaredPlace {
  readonly file: string
  readonly line: number
  readonly targets: readonly number[]
}

/**
 * Finds where the schema files declare what a rule found. A part that is not declared separately has the place of
 * its object.
 */
export function indexPlaces(
  declarations: readonly Declaration[],
): (row: RuleRow) => DeclaredPlace | undefined {
  const places = new Map<string, Declaration>()
  for (const each of declarations) {
    const key = keyOf(each.kind, each.names)
    if (!places.has(key)) places.set(key, each)
  }
  return ({ kind, schema, name, part }) => {
    const own = part === null ? [] : [part]
    const found = [kind, ...standIns(kind)]
      .map((each) => places.get(keyOf(each, [schema, name, ...own])))
      .find((each) => each !== undefined)
    const owner = part === null ? undefined : places.get(keyOf('table', [schema, name]))
    const place = found ?? owner
    if (place === undefined) return undefined
    const lines = [place, owner].flatMap((each) => (each?.file === place.file ? [each.line] : []))
    return { file: place.file, line: place.line, targets: [...new Set(lines)] }
  }
}

/** The index of a key is declared by its constraint. */
function standIns(kind: string): string[] {
  return kind === 'index' ? ['constraint'] : []
}

function keyOf(kind: string, names: readonly string[]): string {
  return JSON.stringify([kind, ...names])
}
