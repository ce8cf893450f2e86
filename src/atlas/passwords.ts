import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Variables } from '../files/environment.ts'

/** URLs that may be seen, and the variables that hold what they lack. */
export interface Opened {
  readonly urls: readonly string[]
  readonly variables: Variables
}

/**
 * Takes the passwords out of URLs and hands them on by variable, because arguments show in every list of processes: one
 * by PGPASSWORD, several by a file that only we can read and that goes when `use` ends.
 */
export async function withPasswords<T>(
  urls: readonly string[],
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const parsed = urls.map((url) => new URL(url))
  const bare = parsed.map(withoutPassword)
  const passwords = new Set(parsed.map(passwordOf).filter((password) => password !== ''))
  if (passwords.size === 0) return use({ urls: bare, variables: {} })
  const [only = ''] = passwords
  if (passwords.size === 1) return use({ urls: bare, variables: { PGPASSWORD: only } })
  const folder = await mkdtemp(join(tmpdir(), 'passwords-'))
  try {
    const file = join(folder, 'pgpass')
    await writeFile(file, parsed.map(renderLine).join(''), { mode: 0o600 })
    return await use({ urls: bare, variables: { PGPASSFILE: file } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function passwordOf(url: URL): string {
  return decodeURIComponent(url.password) || (url.searchParams.get('password') ?? '')
}

function withoutPassword(url: URL): string {
  const bare = new URL(url)
  bare.password = ''
  bare.searchParams.delete('password')
  return bare.href
}

/** PostgreSQL manual, 34.16 The Password File: host:port:database:user:password, with \ before : and \. */
function renderLine(url: URL): string {
  const fields = [
    url.searchParams.get('host') ?? (url.hostname === '' ? 'localhost' : url.hostname),
    url.port === '' ? '5432' : url.port,
    decodeURIComponent(url.pathname.slice(1)),
    decodeURIComponent(url.username),
    passwordOf(url),
  ]
  return `${fields.map((field) => field.replaceAll(/[\\:]/g, String.raw`\$&`)).join(':')}\n`
}
