import { loadDeclarations, findSchemaProblems } from '../files/schema-files.ts'
import { readSchemaFolder } from '../files/schema-read.ts'
import type { FileIgnores, PlacedFinding } from '../lint/accept.ts'
import { asFileFinding } from '../lint/file-finding.ts'
import { readLintIgnores } from '../sql/lint-ignores.ts'
import type { Declaration } from '../sql/directives.ts'

/** What the schema files are without a server. */
export interface SchemaLint {
  readonly placed: readonly PlacedFinding[]
  readonly ignores: readonly FileIgnores[]
  /** What they declare; nothing where they have problems. */
  readonly declarations: readonly Declaration[]
}

/** Checks the schema files of a folder by themselves. */
export async function lintSchema(folder: string): Promise<SchemaLint> {
  const [problems, { files }] = await Promise.all([
    findSchemaProblems(folder),
    readSchemaFolder(folder),
  ])
  const ignores = await Promise.all(
    files.map(async ({ path, text }) => ({
      file: path,
      source: 'schema' as const,
      ignores: await readLintIgnores(text),
    })),
  )
  return {
    placed: problems.map((problem) => ({ finding: asFileFinding(problem), targets: [] })),
    ignores: ignores.filter((file) => file.ignores.length > 0),
    declarations: problems.length > 0 ? [] : await loadDeclarations(folder),
  }
}
