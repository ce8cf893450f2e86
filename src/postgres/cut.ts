/**
 * What ended a session that was open, in words without a full stop; undefined for an error that leaves it open. It may be the
 * cause of the error.
 */
export function describeCut(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = ends[code] ?? (code.startsWith('08') || lost.test(error.message) ? cut : undefined)
  return found ?? describeCut(error.cause)
}

/** With its end: a full stop, unless it asks. */
export function asSentence(words: string): string {
  return words.endsWith('?') ? words : `${words}.`
}

/** Whether an error ended the session: whatever it had begun is rolled back, but for a COMMIT whose answer was lost. */
export function isCut(error: unknown): boolean {
  return describeCut(error) !== undefined
}

const cut = 'the connection was cut'

/** By SQLSTATE (class 57P, and the limits that end a session), or the operating system's code. */
const ends: Readonly<Record<string, string>> = {
  ECONNRESET: cut,
  ECONNABORTED: cut,
  EPIPE: cut,
  ETIMEDOUT: `${cut}: the server did not answer any more`,
  EHOSTUNREACH: `${cut}: the host cannot be reached any more`,
  ENETUNREACH: `${cut}: there is no route to the host any more`,
  ENETDOWN: `${cut}: the network is down`,
  '57P01':
    'the server closed the connection: it was shut down, or an administrator ended the session',
  '57P02': 'the server crashed, and is recovering',
  '57P03': 'the server is stopping',
  '57P04': 'the server closed the connection: the database was dropped',
  '57P05':
    'the server closed the connection: nothing was asked for longer than idle_session_timeout. Did this process or the network stand still?',
  '25P03':
    'the server closed the connection: a transaction was idle for too long. Did this process or the network stand still?',
  '25P04':
    'the server closed the connection: the transaction took longer than transaction_timeout, which the file must have set',
}

/** What the client library says without a code. */
const lost =
  /^(?:error: )?(?:Connection (?:terminated|ended)|Client (?:was closed|has encountered a connection error)|Query read timeout|socket (?:hang up|disconnected))/i
