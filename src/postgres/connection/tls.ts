import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { isOnThisMachine } from '../url.ts'

/** How a connection is encrypted. */
export interface Tls {
  readonly options: ConnectionOptions
  /** Whether it may be plain where the server has no TLS. */
  readonly isOptional: boolean
}

/**
 * What the URL asks for by `sslmode` (libpq, SSL Support), or undefined for a plain connection: without it, TLS where the
 * server has it, and none on this machine, where nobody listens in between. Throws when a certificate cannot be read.
 */
export function tlsOf(url: string): Tls | undefined {
  const { searchParams } = new URL(url)
  const mode = searchParams.get('sslmode') ?? (isOnThisMachine(url) ? 'disable' : 'prefer')
  if (mode === 'disable') return undefined
  const files = filesOf(searchParams)
  return {
    isOptional: mode === 'prefer' || mode === 'allow',
    options: {
      ...files,
      rejectUnauthorized: mode.startsWith('verify-') || (mode === 'require' && 'ca' in files),
      // The name that the certificate is for matters in one mode only.
      ...(mode !== 'verify-full' && { checkServerIdentity: () => undefined }),
    },
  }
}

/** The certificates that the URL names, by the names of Node's options. */
function filesOf(searchParams: URLSearchParams): Pick<ConnectionOptions, 'ca' | 'cert' | 'key'> {
  const named = Object.entries({ ca: 'sslrootcert', cert: 'sslcert', key: 'sslkey' }).map(
    ([option, name]) => [option, searchParams.get(name)] as const,
  )
  return Object.fromEntries(
    named
      .filter(([, path]) => path !== null && path !== 'system')
      .map(([option, path]) => [option, readFileSync(String(path), 'utf8')]),
  )
}
