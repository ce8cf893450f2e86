import { UserError } from '../errors.ts'

const form = 'postgresql://user:password@host:port/database'

/** The values of `sslmode` that the client library knows. */
const sslModes = [
  'disable',
  'allow',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
  'no-verify',
] as const

/**
 * The URL of a PostgreSQL server in the one form that every reader takes alike: user and password percent-encoded.
 * Throws UserError for anything else. `source` says where the text came from, such as the name of a variable; the
 * text itself is not repeated, because it holds a password.
 */
export function checkUrl(text: string, source: string): string {
  if (!/^postgres(ql)?:\/\//.test(text)) {
    throw new UserError(`${source}: not a URL of PostgreSQL. Its form is ${form}.`)
  }
  const url = parse(text)
  if (url === undefined) {
    throw new UserError(
      `${source}: the URL cannot be read. Its form is ${form}, with a number as port; ` +
        'special characters of the password are percent-encoded: @ is %40, / is %2F, ? is %3F, # is %23, % is %25.',
    )
  }
  refuseSslMode(url, source)
  return url.href
}

function parse(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const login = url.username !== '' || url.password !== ''
  // With a raw @, /, ? or # in the password, half of it would pass for host, port or database.
  if (text.split('@').length - 1 > (login ? 1 : 0) || url.hash !== '') return undefined
  try {
    url.username = encodeURIComponent(decodeURIComponent(url.username))
    url.password = encodeURIComponent(decodeURIComponent(url.password))
    decodeURIComponent(url.pathname + url.hostname + url.search)
    // A text of PostgreSQL's protocol ends with a NUL.
    if (url.href.includes('%00')) return undefined
    url.search = [...url.searchParams]
      .map((pair) => pair.map(encodeURIComponent).join('='))
      .join('&')
    return url
  } catch {
    return undefined
  }
}

function refuseSslMode({ searchParams }: URL, source: string): void {
  const mode = searchParams.get('sslmode')
  if (mode === null || sslModes.some((known) => known === mode)) return
  throw new UserError(
    `${source}: sslmode=${mode}: no such mode of TLS. There are: ${sslModes.join(', ')}.`,
  )
}
