import type { WebSocketLike, WebSocketLikeConstructor } from '@supabase/supabase-js'
import type { Change } from '../../src/postgres/pgoutput.ts'

/** What comes of a client that joins a channel. */
type JoinAnswer = 'ok' | 'error' | 'nothing'

/**
 * Stands where Supabase's Realtime stands: what a decoding subscriber hears goes to the channels that joined, by the
 * protocol that supabase-js speaks (Phoenix, version 2).
 */
export interface Realtime {
  readonly transport: WebSocketLikeConstructor
  /** Sends a change to each channel that follows it; with `errors` as of a row that may not be read. */
  readonly publish: (change: Change, errors?: readonly string[]) => void
  /** Breaks the connection and lets none open until it is restored. */
  readonly cut: () => void
  readonly restore: () => void
  /** How joins are answered from now on. */
  readonly answerJoins: (answer: JoinAnswer) => void
  /** Closes the channels, as the service does when a token has expired. */
  readonly closeChannels: () => void
  /** Says of each channel's changes how they are. */
  readonly saySystem: (status: 'ok' | 'error', message: string) => void
  /** With what channels asked to join, each time. */
  readonly joins: () => readonly unknown[]
}

interface Channel {
  readonly topic: string
  readonly joinRef: string
  readonly config: Asked['config']
}

type Message = readonly [string | null, string | null, string, string, unknown]

const columns = [
  ...['id', 'user_id'].map((name) => ({ name, type: 'uuid' })),
  ...['task_id', 'step_id', 'agent_type', 'message', 'log_level'].map((name) => ({
    name,
    type: 'text',
  })),
  { name: 'metadata', type: 'jsonb' },
  { name: 'created_at', type: 'timestamptz' },
  { name: 'seq', type: 'int8' },
]

/** A service without connections. */
export function openRealtime(): Realtime {
  const sockets = new Set<Socket>()
  let isUp = true
  let joinAnswer: JoinAnswer = 'ok'
  const joins: unknown[] = []
  const everywhere = (use: (socket: Socket, channel: Channel) => void): void => {
    for (const socket of sockets) for (const channel of socket.channels) use(socket, channel)
  }
  class Transport extends Socket {
    constructor(address: string | URL) {
      super(address)
      setImmediate(() => {
        if (isUp) this.open()
        else this.close(1006)
      })
      sockets.add(this)
    }
    override close(code?: number): void {
      sockets.delete(this)
      super.close(code)
    }
    override join(channel: Channel, reply: (status: string, response: unknown) => void): void {
      joins.push(channel.config)
      if (joinAnswer === 'error') reply('error', { reason: 'refused for the test' })
      if (joinAnswer !== 'ok') return
      this.channels.add(channel)
      reply('ok', { postgres_changes: [{ id: 1, ...channel.config.postgres_changes[0] }] })
    }
  }
  return {
    transport: Transport,
    publish: (change, errors) => {
      everywhere((socket, channel) => {
        if (change.kind !== 'insert' || change.table !== 'public.execution_logs') return
        const [, column = '', value = ''] =
          /^(\w+)=eq\.(.*)$/.exec(channel.config.postgres_changes[0].filter) ?? []
        if (change.row[column] !== unquoted(value)) return
        socket.tell([null, null, channel.topic, 'postgres_changes', payloadOf(change, errors)])
      })
    },
    cut: () => {
      isUp = false
      for (const socket of sockets) socket.close(1006)
    },
    restore: () => {
      isUp = true
    },
    answerJoins: (answer) => {
      joinAnswer = answer
    },
    closeChannels: () => {
      everywhere((socket, channel) => {
        socket.channels.delete(channel)
        socket.tell([channel.joinRef, null, channel.topic, 'phx_close', {}])
      })
    },
    saySystem: (status, message) => {
      const payload = { extension: 'postgres_changes', status, message }
      everywhere((socket, { topic }) => {
        socket.tell([null, null, topic, 'system', { ...payload, channel: topic }])
      })
    },
    joins: () => joins,
  }
}

/** A value with signs that a filter uses itself stands in quotes, as in the Data API; without them it is no value. */
function unquoted(value: string): string | undefined {
  if (value.startsWith('"')) return value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
  return /[,()"\\]/.test(value) ? undefined : value
}

function payloadOf({ row }: Change, errors: readonly string[] = []): unknown {
  const record = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))
  const createdAt = row['created_at']?.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return {
    ids: [1],
    data: {
      schema: 'public',
      table: 'execution_logs',
      type: 'INSERT',
      commit_timestamp: createdAt,
      columns,
      record: errors.length > 0 ? {} : { ...record, created_at: createdAt },
      errors: errors.length > 0 ? errors : null,
    },
  }
}

/** The service's end of a connection. A class, because a client makes it by `new`. */
abstract class Socket implements WebSocketLike {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly protocol = ''
  readonly url: string
  readonly channels = new Set<Channel>()
  readyState = 0
  onopen: WebSocketLike['onopen'] = null
  onmessage: WebSocketLike['onmessage'] = null
  onclose: WebSocketLike['onclose'] = null
  onerror: WebSocketLike['onerror'] = null

  constructor(address: string | URL) {
    this.url = String(address)
  }

  abstract join(channel: Channel, reply: (status: string, response: unknown) => void): void

  open(): void {
    this.readyState = this.OPEN
    this.onopen?.(new Event('open'))
  }

  close(code = 1000): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    this.channels.clear()
    this.onclose?.(new CloseEvent('close', { code }))
  }

  /** A message is on its way for a moment, and lost when the connection breaks. */
  tell(message: Message): void {
    setImmediate(() => {
      if (this.readyState === this.OPEN)
        this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) }))
    })
  }

  send(data: unknown): void {
    const [joinRef, ref, topic, event, payload]: [string, string, string, string, Asked] =
      JSON.parse(String(data))
    const reply = (status: string, response: unknown): void =>
      this.tell([joinRef, ref, topic, 'phx_reply', { status, response }])
    if (event === 'phx_join') {
      this.join({ topic, joinRef, config: payload.config }, reply)
      return
    }
    for (const each of this.channels)
      if (event === 'phx_leave' && each.topic === topic) this.channels.delete(each)
    reply('ok', {})
  }

  addEventListener(): void {
    throw new Error('supabase-js sets the handlers')
  }

  removeEventListener(): void {
    throw new Error('supabase-js sets the handlers')
  }
}

interface Follows {
  readonly event: string
  readonly schema: string
  readonly table: string
  readonly filter: string
}

interface Asked {
  readonly config: { readonly postgres_changes: readonly [Follows] }
}
