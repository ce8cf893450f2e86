import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { startRelay } from './relay.ts'
import type { Gate, Relay } from './relay.ts'

/** A network between the tool and its server, which a test may break. */
export interface Proxy {
  readonly port: number
  /** Ends every connection: by a reset, or as one that is closed. */
  readonly cut: (how: 'reset' | 'close') => void
  /** Nothing passes any more, and nobody is told. */
  readonly freeze: () => void
  /** What was held back passes. */
  readonly thaw: () => void
}

/** Listens on a port of its own before the server of a port; every request passes the gate. */
export async function withProxy<T>(
  server: number,
  gate: Gate,
  use: (proxy: Proxy) => Promise<T>,
): Promise<T> {
  const relays = new Set<Relay>()
  const ice = freezer()
  const listener = createServer((client) => {
    const upstream = connect(server, '127.0.0.1')
    const relay = startRelay({ client, upstream }, gate, ice.passes)
    relays.add(relay)
  })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  listener.listen(0, '127.0.0.1', () => {
    resolve(undefined)
  })
  await promise
  const address = listener.address()
  const cut = (how: 'reset' | 'close'): void => {
    for (const relay of relays) endRelay(relay, how)
    relays.clear()
  }
  try {
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return await use({ port, cut, freeze: ice.freeze, thaw: ice.thaw })
  } finally {
    ice.thaw()
    cut('close')
    listener.close()
  }
}

function endRelay({ client, upstream }: Relay, how: 'reset' | 'close'): void {
  const end = (socket: Socket): unknown =>
    how === 'reset' ? socket.resetAndDestroy() : socket.destroy()
  end(client)
  end(upstream)
}

interface Freezer {
  readonly freeze: () => void
  readonly thaw: () => void
  /** Resolves at once, or when it thaws. */
  readonly passes: () => Promise<void>
}

function freezer(): Freezer {
  let frozen: PromiseWithResolvers<void> | undefined
  return {
    freeze: () => {
      frozen ??= Promise.withResolvers<void>()
    },
    thaw: () => {
      frozen?.resolve()
      frozen = undefined
    },
    passes: async () => frozen?.promise,
  }
}
