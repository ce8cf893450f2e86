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
function projectOf({ hostname, username }: URL): string | undefined {
  const host = hostname.toLowerCase()
  if (host.endsWith('.pooler.supabase.com')) return decodeURIComponent(username).split('.')[1]
  return /^db\.([a-z0-9]+)\.supabase\.(?:co|com|in|net)$/.exec(host)?.[1]
}

function addressOf({ hostname, port, pathname, searchParams, username }: URL): string {
  const host = (
    hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname
  ).toLowerCase()
  const name = decodeURIComponent(pathname.slice(1))
  return JSON.stringify([
    ['localhost', '[::1]'].includes(host) ? '127.0.0.1' : host,
    port === '' ? '5432' : port,
    name === '' ? decodeURIComponent(username) : name,
  ])
}
