import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, types } from 'pg'
import { parseShared } from './shared-json.ts'
import type { ClientConfig } from 'pg'
import { driverOptions } from './driver-options.ts'
import { tlsOf } from './tls.ts'

/** One open connection of the client library, and its socket, which a network that is silent cannot keep open. */
export interface OpenClient {
  readonly client: Client
  readonly socket: Socket
  /** What ended it while nothing was asked, if anything has. */
  readonly lost: () => Error | undefined
}

/** What a session starts with. */
interface SessionStart {
  readonly applicationName: string
  /** Settings besides those of the URL, as `-c name=value`. */
  readonly settings?: string | undefined
}

/** How long a server that starts, stops or is full is asked again, in milliseconds. */
const patience = 2000

/**
 * Opens a connection. Throws the client library's error, for a server that does not take it, or PostgreSQL's. A server
 * that is starting, or has no connection left, is asked again for two seconds.
 */
export async function openClient(url: string, start: SessionStart): Promise<OpenClient> {
  const until = Date.now() + patience
  for (let wait = 50; ; wait *= 1.5) {
    try {
      return await openByMode(url, start)
    } catch (error) {
      if (!isPassing(error) || Date.now() + wait > until) throw error
      await pause(wait)
    }
  }
}

/** Closes a connection: what is on its way is sent, and nothing is waited for. */
export async function closeClient({ client, socket }: OpenClient): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve))
  if (socket.closed) return
  // The socket may be cut already, or be cut now.
  client.end().catch(() => undefined)
  socket.destroySoon()
  const late = setTimeout(() => socket.destroy(), 1000)
  await closed
  clearTimeout(late)
}

async function openByMode(
  url: string,
  { applicationName, settings }: SessionStart,
): Promise<OpenClient> {
  const asked = driverOptions(url)
  const options: ClientConfig = {
    ...asked,
    ...(settings !== undefined && { options: `${asked.options ?? ''} ${settings}`.trim() }),
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeout(url),
    // What lies between, such as a router that translates addresses, forgets a connection on which nothing is sent.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
  }
  try {
    return await connect(options)
  } catch (error) {
    if (tlsOf(url)?.isOptional !== true || !lacksTls(error)) throw error
    return connect({ ...options, ssl: false })
  }
}

async function connect(options: ClientConfig): Promise<OpenClient> {
  const socket = new Socket()
  const client = new Client({ ...options, stream: () => socket })
  let lost: Error | undefined
  // From the start: a server can end a session in the same message in which it says that it is ready.
  client.on('error', (error) => (lost ??= error))
  try {
    await client.connect()
    return { client, socket, lost: () => lost }
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function lacksTls(error: unknown): boolean {
  return error instanceof Error && /does not support SSL connections/i.test(error.message)
}

/** What an own try some moments later may not meet: a server that starts or stops (57P03), or is full (53300). */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return (
    code === '57P03' ||
    code === '53300' ||
    code === 'ECONNRESET' ||
    error.message.startsWith('Connection terminated unexpectedly')
  )
}

/** How long a connection may take, in milliseconds: `connect_timeout` of the URL, which the client library ignores. */
function connectTimeout(url: string): number {
  const asked = Number(new URL(url).searchParams.get('connect_timeout') ?? '')
  return asked > 0 ? asked * 1000 : 10_000
}

/**
 * The client library's parsers, but for two. Every bigint that is asked for fits a double, and values of users' rows
 * are never read as numbers. Values of JSON are shared.
 */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : ownParsers.get(oid)) ?? types.getTypeParser(oid, format)

/** By OIDs of pg_type, the same in every database. */
const ownParsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [114, parseShared],
])
