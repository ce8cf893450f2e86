/**
 * Tells whether two URLs lead to one database, as far as their texts say: the same host, port and database, or the same
 * Supabase project, which has a separate host and the poolers'. A text that is no URL leads nowhere.
 */
export function isSameDatabase(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const [a, b] = [new URL(one), new URL(other)]
  const [project, second] = [projectOf(a), projectOf(b)]
  if (project !== undefined || second !== undefined) return project === second
  return addressOf(a) === addressOf(b)
}

/** The reference of a Supabase project: in the host of a direct connection, or in the user's name at a pooler. */
function projectOf(url: URL): string | undefined {
  const host = hostOf(url)
  if (host.endsWith('.pooler.supabase.com')) return userOf(url).split('.')[1]
  return /^db\.([a-z0-9]+)\.supabase\.(?:co|com|in|net)$/.exec(host)?.[1]
}

function addressOf(url: URL): string {
  const host = hostOf(url)
  const name = decodeURIComponent(url.pathname.slice(1))
  return JSON.stringify([
    ['', 'localhost', '::1', '[::1]'].includes(host) ? '127.0.0.1' : host,
    url.searchParams.get('port') ?? (url.port === '' ? '5432' : url.port),
    name === '' ? userOf(url) : name,
  ])
}

/** What follows the question mark is stronger than what is before it, as for the client library. */
function hostOf({ hostname, searchParams }: URL): string {
  return (searchParams.get('host') ?? hostname).toLowerCase().replace(/\.$/, '')
}

function userOf({ username, searchParams }: URL): string {
  return searchParams.get('user') ?? decodeURIComponent(username)
}
