import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withFiles } from './files.ts'

/** A certificate for `localhost`, signed by itself, made for this call; with its key. */
export async function withCertificate<T>(
  use: (made: { readonly cert: string; readonly key: string }) => Promise<T>,
): Promise<T> {
  return withFiles({}, async (folder) => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    const wanted = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
    const named = ['-nodes', '-days', '2', '-subj', '/CN=localhost']
    await promisify(execFile)('openssl', ['req', ...wanted, ...named, '-keyout', key, '-out', cert])
    return use({ cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') })
  })
}
