import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { decodeText, loadIfThere } from '../../files/read-text.ts'
import { sendText, sql, withSession } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { asFileError } from '../../postgres/server-error.ts'
import { describeUrl } from '../../postgres/url.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import type { DefaultPrivileges } from './content.ts'

/** One file of the stand-in for what Supabase provides. */
export interface PlatformFile {
  readonly path: string
  readonly text: string
}

/** Loads the stand-in's files in their order: those of the folder by name, then the default privileges of the mode. */
export async function loadPlatformFiles(
  folder: string,
  mode: DefaultPrivileges,
): Promise<PlatformFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new UserError(
      `${folder}: the folder with the stand-in for the platform cannot be read.`,
      { cause: error },
    )
  })
  const sqlNames = names.filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    [...sqlNames, `default-privileges/${mode}.sql`].map((name) => loadFile(join(folder, name))),
  )
}

/** Loads the stand-in's files and runs them: see `runPlatform`. */
export async function loadPlatform(
  adminUrl: string,
  folder: string,
  mode: DefaultPrivileges,
): Promise<void> {
  await runPlatform(adminUrl, await loadPlatformFiles(folder, mode))
}

/**
 * Runs the stand-in's files in a database, as its superuser, and gives the role postgres the superuser's password
 * if they made that role. Throws UserError for a database that already has a platform: a real one is never touched.
 */
export async function runPlatform(adminUrl: string, files: readonly PlatformFile[]): Promise<void> {
  await withSession(adminUrl, async (session) => {
    const before = await readStanding(session)
    if (before.hasPlatform) {
      throw new UserError(
        `${describeUrl(adminUrl)}: already has the platform (schema auth). The stand-in is for databases without it.`,
      )
    }
    // Whoever is killed in between leaves no role that nobody can log in as.
    await session.tx(async (tx) => {
      for (const file of files) await runFile(tx, file)
      if (!before.hasRole) await givePassword(tx, adminUrl)
    })
  })
}

async function loadFile(path: string): Promise<PlatformFile> {
  const bytes = await loadIfThere(path)
  if (bytes === undefined)
    throw new UserError(`${path}: missing. It belongs to the stand-in for the platform.`)
  return { path, text: decodeText(bytes, path) }
}

async function readStanding(
  session: Session,
): Promise<{ readonly hasPlatform: boolean; readonly hasRole: boolean }> {
  const [row] = await session.query(sql`
    select
      exists (select from pg_catalog.pg_namespace as n where n.nspname = 'auth') as "hasPlatform",
      exists (select from pg_catalog.pg_roles as r where r.rolname = 'postgres') as "hasRole"
  `)
  return row
}

async function runFile(db: Queryable, { path, text }: PlatformFile): Promise<void> {
  try {
    await sendText(db, text)
  } catch (error) {
    throw asFileError(error, text, { path })
  }
}

/** `log_statement` for the transaction: a password is not for the server's log. */
async function givePassword(db: Queryable, adminUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(adminUrl).password)
  if (password === '') return
  await sendText(
    db,
    `set log_statement = 'none'; alter role postgres password ${quoteLiteral(password)}; reset log_statement`,
  )
}
