import type { Socket } from 'node:net'
import { cutClient, cutServer, textOf } from './messages.ts'
import type { Message } from './messages.ts'
import { shortenLimits } from './shorter-limits.ts'

/** What a client asks in one go, and the server answers with one ReadyForQuery. */
export interface Request {
  /** Its SQL; '' for the beginning of a session. */
  readonly text: string
  readonly opens: boolean
}

/** Who may hold back what passes, or end it. */
export interface Gate {
  /** Before the server gets it. */
  readonly before: (request: Request) => Promise<void>
  /** As soon as the server has it. */
  readonly sent: (request: Request) => void
  /** Before the client gets the answer. */
  readonly answered: (request: Request) => Promise<void>
}

/** Two sockets that are joined. */
export interface Relay {
  readonly client: Socket
  readonly upstream: Socket
}

/** Passes requests and answers on; `passes` holds everything back while nothing passes. */
export function startRelay(relay: Relay, gate: Gate, passes: () => Promise<void>): Relay {
  const { client, upstream } = relay
  const open: Request[] = []
  const toServer = requestPump(upstream, open, gate)
  const toClient = answerPump(client, open, gate)
  pass(client, cutClient(), { on: toServer, passes, ends: () => upstream.end() })
  pass(upstream, cutServer(), { on: toClient, passes, ends: () => client.end() })
  return relay
}

interface Passing {
  readonly on: (message: Message) => Promise<void>
  readonly passes: () => Promise<void>
  readonly ends: () => unknown
}

/** Messages pass one after the other, and the end behind them. */
function pass(
  from: Socket,
  cutter: (chunk: Buffer) => readonly Message[],
  { on, passes, ends }: Passing,
): void {
  let queue = Promise.resolve()
  from.on('data', (chunk: Buffer) => {
    for (const message of cutter(chunk)) {
      queue = queue.then(passes).then(async () => on(message))
    }
  })
  const end = (): void => {
    queue = queue.then(passes).then(() => {
      ends()
    })
  }
  from.on('end', end)
  // Who is cut off has no more to say.
  from.on('error', end)
}

/** Sends a request on when it is complete. */
function requestPump(
  upstream: Socket,
  open: Request[],
  gate: Gate,
): (message: Message) => Promise<void> {
  let parts: Message[] = []
  return async (message) => {
    parts.push(message)
    const isOpening = message.type === '' && message.bytes.length > 8
    if (!isOpening && isPart.has(message.type)) return
    const request = { text: parts.map(textOf).join(''), opens: isOpening }
    const bytes = Buffer.concat(parts.map(shortenLimits))
    parts = []
    // A password, a farewell: not a request.
    const isRequest = isOpening || endsRequest.has(message.type)
    if (isRequest) {
      await gate.before(request)
      open.push(request)
    }
    upstream.write(bytes)
    if (isRequest) gate.sent(request)
  }
}

/** Parse, Bind, Describe, Execute and Close wait for Sync. */
const isPart: ReadonlySet<string> = new Set(['P', 'B', 'D', 'E', 'C', 'H'])
/** Query and Sync. */
const endsRequest: ReadonlySet<string> = new Set(['Q', 'S'])

/** Sends an answer on when it is complete; a login, and what nobody asked for, as it comes. */
function answerPump(
  client: Socket,
  open: Request[],
  gate: Gate,
): (message: Message) => Promise<void> {
  let parts: Buffer[] = []
  client.on('close', () => {
    parts = []
  })
  return async ({ type, bytes }) => {
    const [request] = open
    parts.push(bytes)
    if (request !== undefined && type === 'Z') {
      open.shift()
      await gate.answered(request)
    } else if (request !== undefined && !request.opens && !isFatal(type, bytes)) return
    client.write(Buffer.concat(parts))
    parts = []
  }
}

/** An error behind which the server ends the session: no ReadyForQuery follows. */
function isFatal(type: string, bytes: Buffer): boolean {
  return type === 'E' && /\0V(?:FATAL|PANIC)\0/.test(bytes.toString('latin1'))
}
