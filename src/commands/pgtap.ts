import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Project } from '../files/project.ts'
import { decodeText, loadIfThere } from '../files/read-text.ts'
import { loadSchemaFiles } from '../files/schema/schema-files.ts'
import type { Helpers, Tested } from '../pgtap/test-files.ts'
import { renderTestFiles } from '../pgtap/test-files.ts'
import type { Role } from '../model/role.ts'
import { goalOf } from '../planning/project-states.ts'
import { sql, withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/read-catalog.ts'
import { readRoles } from '../postgres/read-roles.ts'
import { orderFiles } from '../targets/seed/order-files.ts'
import { loadSeedFiles } from '../targets/seed/seed-files.ts'
import { sendFile } from '../targets/seed/send-samples.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import { withWorkbench } from '../workbench/workbench.ts'

/** The files of tests, by their paths from the project's root. */
export interface PgtapResult {
  readonly files: readonly string[]
  /** Those that were not what the schema files say. */
  readonly changed: readonly string[]
  /** Whether those were written; with `check` they are only named. */
  readonly written: boolean
}

/** Where `supabase test db` looks. */
const folder = 'supabase/tests'

/** Writes tests of rights and of row security for pgTAP from the schema files; with `check` says what is stale. */
export async function pgtapCommand(
  context: Context,
  { check }: { readonly check: boolean },
): Promise<PgtapResult> {
  const { root } = context.project
  const files = renderTestFiles(await readTested(context), await loadHelpers())
  const changed: string[] = []
  for (const { name, text } of files) {
    const path = join(root, folder, name)
    const bytes = await loadIfThere(path)
    if (bytes !== undefined && decodeText(bytes, path) === text) continue
    changed.push(`${folder}/${name}`)
    if (check) continue
    await mkdir(join(root, folder), { recursive: true })
    await writeFile(path, text)
  }
  return { files: files.map(({ name }) => `${folder}/${name}`), changed, written: !check }
}

/** Loads the functions in SQL that the tests call. */
export async function loadHelpers(): Promise<Helpers> {
  return {
    attempts: await loadHelper('attempts.sql'),
    rights: await loadHelper('rights.sql'),
    rows: await loadHelper('rows.sql'),
  }
}

async function loadHelper(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '../pgtap', name), 'utf8')
}

/** Reads what tests are written from off a scratch database of the schema files. */
async function readTested(context: Context): Promise<Tested> {
  const { project, talk } = context
  const files = await loadSchemaFiles(project.folders.schema)
  return withWorkbench(context, async (workbench) => {
    talk.step('loading the schema files')
    return withScratch(workbench, goalOf(files), async ({ url }) =>
      withDatabase(url, async (db) => readTestedFrom(db, project)),
    )
  })
}

/** The same of a database that is open. The sample rows stay in it. */
export async function readTestedFrom(db: Queryable, project: Project): Promise<Tested> {
  const { schemas, folders } = project
  const seeds = await orderFiles(db, await loadSeedFiles(project))
  for (const seed of seeds) await sendFile(db, seed)
  const users = await readUsers(db)
  if (users.length < 2) {
    throw new UserError(
      `${folders.samples}: has fewer than two accounts in auth.users. Tests of row security need an owner and a stranger, each with rows.`,
    )
  }
  return {
    catalog: await readCatalog(db, { schemas }),
    schemas,
    roles: await readApiRoles(db),
    users,
    samples: seeds.flatMap(({ statements }) => statements.map(({ sent }) => sent)),
  }
}

/** The roles that a request may have: those that the Data API's login may become. */
async function readApiRoles(db: Queryable): Promise<Role[]> {
  const rows: { readonly name: string }[] = await db.query(sql`
    select pg_catalog.quote_ident(r.rolname) as name
    from pg_catalog.pg_roles as r
    where
      pg_catalog.pg_has_role(pg_catalog.to_regrole('authenticator'), r.oid, 'member')
      and r.rolname <> 'authenticator'
  `)
  const names = new Set(rows.map(({ name }) => name))
  return (await readRoles(db)).filter(({ name }) => names.has(name))
}

/** Two accounts tell owners from strangers. */
async function readUsers(db: Queryable): Promise<string[]> {
  const rows: { readonly id: string }[] = await db.query(sql`
    select u.id::text as id from auth.users as u order by u.id limit 2
  `)
  return rows.map(({ id }) => id)
}
