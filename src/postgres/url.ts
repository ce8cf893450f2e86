/** The address that a URL names, as people read it: `user@host:port/database`, without the password. */
export function describeUrl(url: string): string {
  if (!URL.canParse(url)) return 'the database'
  const { username, hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname)
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

/** On this machine nobody listens in between: skips the question for TLS, unless the URL says otherwise. */
export function withoutTls(url: string): string {
  if (!URL.canParse(url) || !isOnThisMachine(url)) return url
  const parsed = new URL(url)
  if (parsed.searchParams.has('sslmode')) return url
  parsed.searchParams.set('sslmode', 'disable')
  return parsed.href
}

/** Whether a URL names this machine, by a loopback address or a socket. */
export function isOnThisMachine(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  return host.startsWith('/') || ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host)
}
