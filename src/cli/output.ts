/** The two outputs of a process, even when their readers have closed them. */
export interface Output {
  /** Waits until all that can be written is written. Returns whether all of it was. */
  readonly flush: () => Promise<boolean>
}

/**
 * Lets a verb finish its work when nobody reads on (`| head`), instead of ending in the middle of it; what cannot be
 * written for another reason, such as a full disk, is said on standard error.
 */
export function endureClosedOutput(): Output {
  let isWhole = true
  for (const [name, stream] of Object.entries({ output: process.stdout, error: process.stderr })) {
    stream.on('error', (error: Error & { readonly code?: string }) => {
      if (unread.has(error.code ?? '')) return
      isWhole = false
      if (name === 'output') {
        process.stderr.write(`The result cannot be written to standard output: ${error.message}\n`)
      }
    })
  }
  return {
    flush: async () => {
      await Promise.all([process.stdout, process.stderr].map(flush))
      return isWhole
    },
  }
}

const unread: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])

async function flush(stream: NodeJS.WriteStream): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  stream.write('', () => {
    resolve(undefined)
  })
  return promise
}
