import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'

/**
 * How the server's certificate is checked where the URL asks for that (`sslmode` verify-ca or verify-full): against
 * `sslrootcert`, else what this machine trusts. Undefined for other modes. Throws when a file cannot be read.
 */
export function verificationOf(url: string): ConnectionOptions | undefined {
  const { searchParams } = new URL(url)
  const mode = searchParams.get('sslmode')
  if (mode !== 'verify-ca' && mode !== 'verify-full') return undefined
  const [ca, cert, key] = ['sslrootcert', 'sslcert', 'sslkey'].map((name) => {
    const path = searchParams.get(name)
    return path === null || path === 'system' ? undefined : readFileSync(path, 'utf8')
  })
  return {
    // By itself the client library would look at the certificate only where a file is named.
    rejectUnauthorized: true,
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    // The name that the certificate is for does not matter then (libpq, SSL Support).
    ...(mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  }
}
