import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { UserError } from '../errors.ts'
import { processVariables } from '../files/environment.ts'
import { ignoreInterrupts } from './ending/interrupt.ts'
import type { Outcome } from './verb.ts'

/**
 * Opens psql on a database; the password goes by a variable, so that no list of processes shows it. Ends as psql
 * ends. Throws UserError when psql is not installed.
 */
export async function runPsql(url: string): Promise<Outcome> {
  const { username, password, hostname, port, pathname } = new URL(url)
  const args = [
    '-h',
    hostname,
    '-p',
    port,
    '-U',
    username,
    '-d',
    decodeURIComponent(pathname.slice(1)),
  ]
  const env = { ...processVariables(), PGPASSWORD: decodeURIComponent(password) }
  ignoreInterrupts()
  const child = spawn('psql', args, { stdio: 'inherit', env })
  try {
    const [code] = await once(child, 'exit')
    return { value: { exit: code }, text: () => '', exit: code === 0 ? 0 : 1 }
  } catch (error) {
    throw new UserError(
      'psql: not found. Install the PostgreSQL client (Debian: apt-get install postgresql-client).',
      { cause: error },
    )
  }
}
