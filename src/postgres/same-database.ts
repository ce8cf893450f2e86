/**
 * Tells whether two URLs lead to one database, as far as their texts say: the same host, port and database, or the same
 * Supabase project, which has a separate host and the poolers'. A text that is no URL leads nowhere.
 */
export function isSameDatabase(one: string, other: string): boolean {
  const key = databaseKey(one)
  return key !== undefined && key === databaseKey(other)
}

/** What two URLs of one database have in common, and two of others not; undefined for a text that is no URL. */
export function databaseKey(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return projectOf(url) ?? addressOf(url)
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
