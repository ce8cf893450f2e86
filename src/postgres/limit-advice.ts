import { sameCommand } from '../errors.ts'

/** What to do about an error that lies in a limit of the server or of the session, and in no statement. */
export function adviceOn({ code, message }: ErrorOfServer): string | undefined {
  if (code === '57014' && /statement timeout/.test(message)) return statementTimeout
  return advices[code] ?? classes[code.slice(0, 2)]
}

/** What PostgreSQL sent of it. */
export interface ErrorOfServer {
  readonly code: string
  readonly message: string
}

const statementTimeout =
  'It took longer than --statement-timeout, or than a statement_timeout that the file sets. Allow more time with --statement-timeout SECONDS (0 is no limit).'

/** By the class of the code, where a code has no advice. */
const classes: Readonly<Record<string, string>> = {
  '53': `The server lacks a resource for it. Free some. ${sameCommand}`,
  '58': 'The system of the server failed, not the statement: see the log of the server.',
}

const advices: Readonly<Record<string, string>> = {
  '25006': 'The server is read-only (a replica, or a project over its quota). Use the primary.',
  '40001': `Another session changed the same rows at the same time (default_transaction_isolation is set for this user or database). ${sameCommand}`,
  '40P01': `Another session and this one waited for each other. Where that happens again, wait for less traffic. ${sameCommand}`,
  '53100': `The disk of the server is full. Free some space there. ${sameCommand}`,
  '53200':
    'The server is out of memory, or of room for locks (max_locks_per_transaction). Do less in one file, or raise that.',
  '53300': `The server has no free connection. Close other clients. ${sameCommand}`,
  '55P03': `Another session holds a lock on it. npm run status shows who migrates, pg_stat_activity the others. Wait until it has ended. ${sameCommand}`,
  '57014': `It was cancelled by a person, by another program or by a limit of the server. Find out which. ${sameCommand}`,
}
