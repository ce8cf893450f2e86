import type { SchemaFiles } from '../files/schema/schema-files.ts'
import type { FileIgnores, PlacedFinding } from '../lint/accept.ts'
import { asFileFinding } from '../lint/file-finding.ts'
import { parseLintIgnores } from '../sql/scan/lint-ignores.ts'
import type { Declaration } from '../sql/directives.ts'

/** What the schema files are without a server. */
export interface SchemaLint {
  readonly placed: readonly PlacedFinding[]
  readonly ignores: readonly FileIgnores[]
  /** What they declare; nothing where they have problems. */
  readonly declarations: readonly Declaration[]
}

/** Checks schema files by themselves. */
export async function lintSchema(schema: SchemaFiles): Promise<SchemaLint> {
  const problems = await schema.problems()
  const ignores = await Promise.all(
    (await schema.files()).map(async ({ path, text }) => ({
      file: path,
      source: 'schema' as const,
      ignores: await parseLintIgnores(text),
    })),
  )
  return {
    placed: problems.map((problem) => ({ finding: asFileFinding(problem), targets: [] })),
    ignores: ignores.filter((file) => file.ignores.length > 0),
    declarations: problems.length > 0 ? [] : await schema.declarations(),
  }
}
