import { relative } from 'node:path'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import { quoteName } from '../sql/quote.ts'
import type { ShownDifference } from '../proof/shown-difference.ts'
import type { ProofStep } from './plan-result.ts'

/**
 * Says of each difference of a proof which schema file declares the object, or the table that it is a part of. Parses the
 * schema files only where something differs.
 */
export async function withFiles(
  root: string,
  schema: SchemaFiles,
  proof: readonly ProofStep[],
): Promise<readonly ProofStep[]> {
  if (proof.every(({ differences }) => differences.length === 0)) return proof
  const declarations = await schema.declarations()
  const files = new Map(
    declarations.map(({ names, file }) => [names.map(spell).join('.'), relative(root, file)]),
  )
  return proof.map((step) => ({
    ...step,
    differences: step.differences.map((difference) => ({
      ...difference,
      file: fileOf(difference, files),
    })),
  }))
}

/** By the object's own name, then by that of what it belongs to, outwards. */
function fileOf({ object }: ShownDifference, files: ReadonlyMap<string, string>): string | null {
  for (
    let name = nameIn(object);
    name !== '';
    name = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  ) {
    const file = files.get(name)
    if (file !== undefined) return file
  }
  return null
}

/** The qualified name in `column public.a.b`, `function public.f(integer)` or, as the observer says it, `policy p on public.a`. */
function nameIn(object: string): string {
  const onParent = / (?<own>\S+) on (?<parent>\S+)$/.exec(object)?.groups
  if (onParent !== undefined) return `${onParent['parent'] ?? ''}.${onParent['own'] ?? ''}`
  return /\s(?<name>[^\s(]+)(?:\(.*\))?$/.exec(object)?.groups?.['name'] ?? ''
}

function spell(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteName(name)
}
