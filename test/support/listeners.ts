import { createServer } from 'node:net'
import type { Socket } from 'node:net'

/**
 * A program that listens on a port of its own and is no PostgreSQL: `answer` is called with each connection; hands
 * its port to `use`.
 */
export async function withListener<T>(
  answer: (socket: Socket) => void,
  use: (port: number) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // Whoever hangs up is right to.
    socket.on('error', () => undefined)
    answer(socket)
  })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  server.listen(0, '127.0.0.1', () => {
    resolve(undefined)
  })
  await promise
  const address = server.address()
  try {
    return await use(typeof address === 'object' && address !== null ? address.port : 0)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return withListener(
    () => undefined,
    async (port) => port,
  )
}
