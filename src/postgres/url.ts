import { UserError } from '../errors.ts'

/** The address that a URL names, as people read it: `user@host:port/database`, without the password. */
export function describeUrl(url: string): string {
  if (!URL.canParse(url)) return 'the database'
  const { username, hostname, port, pathname, searchParams } = new URL(url)
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname
  return `${decodeURIComponent(username)}@${host}:${port === '' ? '5432' : port}${decodeURIComponent(pathname)}`
}

/** The same server's other database. */
export function withDatabaseName(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

/** The same database for another user. */
export function withUser(url: string, user: string, password: string): string {
  const other = new URL(url)
  other.username = encodeURIComponent(user)
  other.password = encodeURIComponent(password)
  return other.href
}

/**
 * Throws UserError unless `text` is a URL of PostgreSQL. `source` says where it came from, such as the name
 * of a variable; the URL itself is not repeated, because it holds a password.
 */
export function checkUrl(text: string, source: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  if (protocol === 'postgresql:' || protocol === 'postgres:') return text
  throw new UserError(
    `${source}: not a URL of PostgreSQL. Its form is postgresql://user:password@host:port/database.`,
  )
}

/** On this machine nobody listens in between: skips the question for TLS, unless the URL says otherwise. */
export function withoutTls(url: string): string {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  const local = parsed.hostname === '127.0.0.1' || parsed.hostname === 'localhost'
  if (!local || parsed.searchParams.has('sslmode')) return url
  parsed.searchParams.set('sslmode', 'disable')
  return parsed.href
}
