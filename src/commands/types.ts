import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Project } from '../files/project.ts'
import { decodeText, loadIfThere } from '../files/read-text.ts'
import { loadSchemaFiles } from '../files/schema/schema-files.ts'
import type { Catalog } from '../model/catalog.ts'
import { goalOf } from '../planning/project-states.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/read-catalog.ts'
import { findCallableFunctions, findTableAccess } from '../types/call-reference.ts'
import { renewSections } from '../types/reference-text.ts'
import type { Reference } from '../types/reference-text.ts'
import { argumentName } from '../types/correct-types.ts'
import { generateTypes } from '../types/generator.ts'
import { findResultFacts } from '../types/result-facts.ts'
import type { ResultFacts } from '../types/result-facts.ts'
import { renderTypesFile } from '../types/types-file.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import { withWorkbench } from '../workbench/workbench.ts'

/** What became of the file of types, and of the page with what it says of tables and functions. */
export interface TypesResult {
  /** From the project's root. */
  readonly files: readonly TypesFile[]
}

/** One of the two files; `as it was` when it says already what it should. */
export interface TypesFile {
  readonly file: string
  readonly state: 'written' | 'as it was' | 'stale'
}

/** Where the types go, and whether they are written or compared with the file. */
export interface TypesOptions {
  /** From the project's root; `database.ts` in the folder for applications when absent. */
  readonly out?: string | undefined
  readonly check?: boolean
}

/**
 * Writes the types of what the schema files make, for the schemas that the API shows, and the written sections of
 * the page in the folder for applications, where there is one. Throws UserError where the generator is not installed.
 */
export async function typesCommand(
  context: Context,
  { out, check = false }: TypesOptions = {},
): Promise<TypesResult> {
  const { root, folders } = context.project
  const path = out === undefined ? join(folders.client, 'database.ts') : resolve(root, out)
  const page = join(folders.client, 'README.md')
  const made = await makeTypes(context)
  const text = await readText(page)
  const wanted = [
    { path, text: made.types },
    ...(text === undefined ? [] : [{ path: page, text: renewSections(text, made.reference) }]),
  ]
  return { files: await Promise.all(wanted.map(async (file) => settle(file, root, check))) }
}

async function settle(
  { path, text }: { readonly path: string; readonly text: string },
  root: string,
  check: boolean,
): Promise<TypesFile> {
  const file = relative(root, path)
  if ((await readText(path)) === text) return { file, state: 'as it was' }
  if (check) return { file, state: 'stale' }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return { file, state: 'written' }
}

async function readText(path: string): Promise<string | undefined> {
  const bytes = await loadIfThere(path)
  return bytes === undefined ? undefined : decodeText(bytes, path)
}

/** What is written for applications, from a scratch database of the schema files. */
interface MadeTypes {
  readonly types: string
  readonly reference: Reference
}

async function makeTypes(context: Context): Promise<MadeTypes> {
  const { project, variables, talk } = context
  if (project.exposed.length === 0) {
    throw new UserError(
      `${join(project.root, 'database.json')}: "exposed" names no schema. Types are written of those that the API shows.`,
    )
  }
  const files = await loadSchemaFiles(project.folders.schema)
  return withWorkbench(context, async (workbench) => {
    talk.step('loading the schema files')
    return withScratch(workbench, goalOf(files), async ({ url }) => {
      talk.step('generating types')
      const [generated, catalog] = await Promise.all([
        generateTypes({ url, schemas: project.exposed }, variables),
        withDatabase(url, async (db) => readCatalog(db, { schemas: project.schemas })),
      ])
      return {
        types: renderTypesFile(generated, await correctionsOf(project, catalog)),
        reference: {
          functions: await findCallableFunctions(catalog, project.exposed),
          tables: findTableAccess(catalog, project.exposed),
        },
      }
    })
  })
}

async function correctionsOf(
  project: Project,
  catalog: Catalog,
): Promise<{ facts: ResultFacts; nullArguments: readonly string[] }> {
  const facts = await findResultFacts(catalog)
  const names = new Set(
    facts.functions.flatMap((routine) =>
      routine.parameters.map(({ name }) => argumentName(routine, name)),
    ),
  )
  const unknown = project.nullArguments.filter((name) => !names.has(name))
  if (unknown.length === 0) return { facts, nullArguments: project.nullArguments }
  throw new UserError(
    `${join(project.root, 'database.json')}: "nullArguments": ${unknown.join(', ')}: no such parameter. ` +
      'Each is schema.function.parameter, of a function whose name no other has.',
  )
}
