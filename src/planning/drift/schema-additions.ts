import { mkdtemp, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../../errors.ts'
import { loadSchemaFiles } from '../../files/schema/schema-files.ts'
import type { SchemaFiles } from '../../files/schema/schema-files.ts'
import type { Catalog } from '../../model/catalog.ts'
import { diffCatalogs } from '../../model/compare-catalogs.ts'
import type { WrittenStatement } from '../../plan/write/written-statement.ts'
import type { DefaultPrivileges } from '../../workbench/load/content.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { goalOf, lookAt } from '../project-states.ts'
import { findLine } from './find-line.ts'
import type { PasteLine } from './find-line.ts'
import { placeStatements } from './place-statements.ts'
import type { PlacedStatement } from './place-statements.ts'

/** What schema files are to say of a drift that is kept. */
export interface SchemaAdditions {
  /** Files of objects that no file declares, by their whole paths. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** What is to be written into files that are there, in the order of the plan. */
  readonly lines: readonly PasteLine[]
  /** Whether the schema files with the new ones say what the migrations make: then there is nothing to paste. */
  readonly agrees: boolean
}

/** A drift that is kept, as a plan says it. */
interface Kept {
  /** The default privileges under which it was made. */
  readonly mode: DefaultPrivileges
  readonly statements: readonly WrittenStatement[]
  /** What the plan leads from. */
  readonly from: Catalog
  /** What it leads to. */
  readonly catalog: Catalog
}

/** Writes the schema files of what is new, tries that they can be loaded, and finds the places of the rest. */
export async function addToSchema(workbench: Workbench, kept: Kept): Promise<SchemaAdditions> {
  const { root, folders } = workbench.project
  const placed = await placeStatements({ folder: folders.schema, ...kept })
  const schema = await loadSchemaFiles(folders.schema)
  const files = await withoutProblems(folders.schema, textsOf(placed))
  const written = new Set(files.map(({ path }) => path))
  const rest = placed.filter(({ path }) => path === undefined || !written.has(path))
  const declarations = await schema.declarations()
  return {
    files,
    lines: rest.map((statement) => findLine(statement, { root, declarations })),
    agrees: await agrees(workbench, files, kept),
  }
}

interface NewText {
  readonly path: string
  readonly text: string
}

/** One text a file: what belongs to it, in the order of the plan. */
function textsOf(placed: readonly PlacedStatement[]): NewText[] {
  const fresh = placed.flatMap(({ path, isThere, sql }) =>
    path === undefined || isThere ? [] : [{ path, sql }],
  )
  const byPath = Map.groupBy(fresh, ({ path }) => path)
  return [...byPath].map(([path, statements]) => ({
    path,
    text: `${statements.map(({ sql }) => `${sql};`).join('\n\n')}\n`,
  }))
}

/** The files of which the checks of schema files say nothing: each is tried with all others. */
async function withoutProblems(folder: string, files: readonly NewText[]): Promise<NewText[]> {
  const problems = await withFiles(folder, files, async (schema) => schema.problems())
  const right = files.filter(
    ({ path }) => !problems.some((problem) => problem.includes(relative(dirname(folder), path))),
  )
  return right.length === files.length ? right : withoutProblems(folder, right)
}

async function agrees(
  workbench: Workbench,
  files: readonly NewText[],
  { mode, catalog }: Kept,
): Promise<boolean> {
  return withFiles(workbench.project.folders.schema, files, async (schema) => {
    const state = await lookAt(workbench, { ...goalOf(schema), mode })
    return diffCatalogs(state.catalog, catalog).length === 0
  }).catch((error: unknown) => {
    // What is to be pasted may be what another file needs.
    if (error instanceof UserError) return false
    throw error
  })
}

/** The schema files with others next to them, in a temporary folder of the same name. */
async function withFiles<T>(
  folder: string,
  files: readonly NewText[],
  use: (schema: SchemaFiles) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'schema-'))
  try {
    const copy = join(root, relative(dirname(folder), folder))
    await cp(folder, copy, { recursive: true })
    for (const { path, text } of files) {
      const there = join(copy, relative(folder, path))
      await mkdir(dirname(there), { recursive: true })
      await writeFile(there, text)
    }
    return await use(await loadSchemaFiles(copy))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
