import { relative } from 'node:path'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import { splitName } from '../model/qualified-name.ts'
import { spellName } from '../sql/scan/pieces.ts'
import { maskQuoted } from '../sql/scan/stretches.ts'
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
    declarations.map(({ names, file }) => [names.map(spellName).join('.'), relative(root, file)]),
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
  const names = namesIn(object)
  const outwards = names.map((_, at) => names.slice(0, names.length - at).join('.'))
  return outwards.flatMap((name) => files.get(name) ?? [])[0] ?? null
}

/** The names in `column public.a.b`, `function public.f(integer)` or, as the observer says it, `policy p on public.a`. */
function namesIn(object: string): readonly string[] {
  const code = maskQuoted(object)
  const [, own = '', parent = ''] = / (\S+) on (\S+)$/.exec(code) ?? []
  if (parent !== '') {
    const end = object.length - parent.length
    const start = end - ' on '.length - own.length
    return [...splitName(object.slice(end)), object.slice(start, start + own.length)]
  }
  const name = /(?<=\s)[^\s(]+(?=(?:\(.*\))?$)/.exec(code)
  return name === null ? [] : splitName(object.slice(name.index, name.index + name[0].length))
}
