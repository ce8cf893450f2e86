import { UserError, sameCommand } from '../errors.ts'
import { asSentence, describeCut } from './cut.ts'
import { describeUrl } from './url.ts'

/**
 * Turns an error of connecting, or of what ended a connection that was open, into a sentence that names the server, never
 * the password; others pass.
 */
export function asConnectionError(
  url: string,
  error: unknown,
  { isOpen }: { readonly isOpen: boolean } = { isOpen: false },
): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error
  const cut = isOpen ? describeCut(error) : undefined
  const advice = cut === undefined ? adviceOf(error, isOpen) : `${asSentence(cut)} ${sameCommand}`
  if (advice === undefined) return error
  return new UserError(`${describeUrl(url)}: ${advice}`, { cause: error })
}

function adviceOf(error: Error, isOpen: boolean): string | undefined {
  if (isOpen && codeOf(error) === readOnly) return becameReadOnly
  return connectionMistakes[codeOf(error)] ?? adviceByMessage(error)
}

const readOnly = '25006'

/** When the session began it could write. */
const becameReadOnly =
  'the transaction was made read-only, so that nothing can be recorded. Does the file set that (transaction_read_only)? Take it out. ' +
  'Else the server became a replica: use the primary.'

const refused = `the connection was cut. Is it a PostgreSQL server, and does it accept this client? ${sameCommand}`

/** The message for each failure of a connection, by SQLSTATE or the operating system's code. */
const connectionMistakes: Readonly<Record<string, string>> = {
  ECONNREFUSED: `no server answers at this address. Is it running, and is the port right? ${sameCommand}`,
  ENOTFOUND: 'no such host. Check the name in the URL.',
  EAI_AGAIN: `the host name cannot be resolved now. Check the network. ${sameCommand}`,
  ETIMEDOUT: `the server does not answer. Check the network, the firewall and the port. ${sameCommand}`,
  EHOSTUNREACH: `the host cannot be reached. Check the network. ${sameCommand}`,
  // A project's own host at Supabase has an IPv6 address only.
  ENETUNREACH:
    'there is no route to the host. If it has an IPv6 address only, use the session pooler, which has both.',
  EADDRNOTAVAIL: 'there is no route to the host: this machine lacks IPv6, or the address is wrong.',
  ECONNRESET: refused,
  EPIPE: refused,
  '28P01': 'the password is wrong, or there is no such user. Check the URL.',
  '28000': 'the server rejects this user from this host. Check the user and pg_hba.conf.',
  '3D000': 'there is no such database on that server. Check the end of the URL.',
  '53300': `the server has no free connection. Wait, or close other clients. ${sameCommand}`,
  '57P01': `the server is shutting down. Wait until it is up. ${sameCommand}`,
  '57P02': `the server crashed and is recovering. Wait a moment. ${sameCommand}`,
  '57P03': `the server is starting or stopping. Wait a moment. ${sameCommand}`,
  '53100': `the disk of the server is full. Free some space. ${sameCommand}`,
  '53200': `the server is out of memory. Wait, or close other clients. ${sameCommand}`,
  '25006': 'the server is read-only (a replica, or a project over its quota). Use the primary.',
}

/** Messages of the client library, and of TLS, that come without a code or with one of many. */
const mistakesByMessage: readonly (readonly [RegExp, string])[] = [
  [
    /password must be a (non-empty )?string/,
    'the server asks for a password and the URL has none.',
  ],
  [/does not support SSL/, 'the server does not offer TLS, which the URL asks for (sslmode).'],
  [/establishing an SSL/, 'this is not a PostgreSQL server. Check host and port.'],
  [
    /certificate|altnames/i,
    'the TLS certificate of the server is not trusted. Check sslmode and sslrootcert.',
  ],
  [
    /timeout|timed out/i,
    `the server does not answer in time. Is it a PostgreSQL server, and does the network work? ${sameCommand}`,
  ],
  [
    /Connection terminated|socket (hang up|disconnected)/i,
    `the connection was cut. Is it a PostgreSQL server? ${sameCommand}`,
  ],
]

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function adviceByMessage(error: Error): string | undefined {
  if (!/^$|CERT|SIGNATURE|TLS|SSL/.test(codeOf(error))) return undefined
  return mistakesByMessage.find(([pattern]) => pattern.test(error.message))?.[1]
}
