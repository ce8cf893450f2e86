import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { UserError, messageOf } from '../errors.ts'
import type { Variables } from '../files/environment.ts'

/** What Supabase's generator is asked for. */
export interface GeneratorRequest {
  readonly url: string
  readonly schemas: readonly string[]
}

/**
 * Asks Supabase's command line for the types of schemas of a database. It gets an empty home and no settings but
 * that it tells nobody of the call. Throws UserError where it is not installed.
 */
export async function generateTypes(
  { url, schemas }: GeneratorRequest,
  variables: Variables,
): Promise<string> {
  const program = findGenerator(createRequire(import.meta.url).resolve)
  const home = await mkdtemp(join(tmpdir(), 'types-'))
  const { address, password } = withoutPassword(url)
  try {
    const list = schemas.map(quoteField).join()
    const words = [
      'gen',
      'types',
      'typescript',
      `--remote=${address}`,
      '--schema',
      list,
      ...patient,
    ]
    const { PATH = '' } = variables
    // The password is not in the words: anybody may read those of a process.
    const env = { PATH, HOME: home, SUPABASE_TELEMETRY_DISABLED: '1', PGPASSWORD: password }
    const { stdout } = await promisify(execFile)(program, words, { cwd: home, env, maxBuffer })
    return stdout
  } catch (error) {
    throw new UserError(`Supabase's generator of types failed: ${messageOf(error)}`, {
      cause: error,
    })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** Its own limit of 15 s is short for a busy machine. */
const patient = ['--query-timeout', '120s'] as const

/** The list is a line of CSV. */
function quoteField(name: string): string {
  return /[",\s]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

/** Types of thousands of tables. */
const maxBuffer = 2 ** 28

/**
 * The generator's program, by `resolve` as Node resolves names of packages. Throws UserError where the package is not
 * installed: there is one for Linux on x64 only.
 */
export function findGenerator(resolve: (name: string) => string): string {
  try {
    return join(dirname(resolve('@supabase/cli-linux-x64/package.json')), 'bin/supabase')
  } catch (error) {
    throw new UserError(
      "The types are written by Supabase's command line. Its package @supabase/cli-linux-x64 is not installed: it is for " +
        'Linux on x64 alone. Run npm ci and npm run types there, or leave the file to CI.',
      { cause: error },
    )
  }
}

/** Servers of scratch databases speak no TLS unless their URL says so. */
function withoutPassword(url: string): { readonly address: string; readonly password: string } {
  const parsed = new URL(url)
  const password = decodeURIComponent(parsed.password)
  parsed.password = ''
  if (!parsed.searchParams.has('sslmode')) parsed.searchParams.set('sslmode', 'disable')
  return { address: parsed.href, password }
}
