import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'

/**
 * Asks a person on the terminal; the empty text where there is none, or when the input ends (Ctrl-D). Ctrl-C, which
 * a terminal that is read from does not turn into a signal, ends the process as it does elsewhere.
 */
export async function ask(text: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  return question(text, { output: process.stderr })
}

/** The same for a secret: what is typed is not shown. Without a terminal it is all of standard input. */
export async function askSecret(text: string): Promise<string> {
  if (!process.stdin.isTTY) return readAll(process.stdin)
  const unseen = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  return question(text, { output: unseen, terminal: true })
}

interface Shown {
  readonly output: NodeJS.WritableStream
  /** Reads key by key and echoes to `output`; as `output` is unless told. */
  readonly terminal?: boolean
}

async function question(text: string, shown: Shown): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const { stdin } = process
  // No history: an answer may be a secret.
  const terminal = createInterface({ input: stdin, historySize: 0, ...shown })
  terminal.once('SIGINT', () => {
    process.emit('SIGINT')
  })
  terminal.once('close', () => {
    process.stderr.write('\n')
    resolve('')
  })
  // Only now, when the terminal echoes nothing any more: a paste may be quicker than this process.
  if (shown.terminal === true) process.stderr.write(text)
  terminal.question(text, (answer) => {
    terminal.removeAllListeners('close').close()
    if (shown.terminal === true) process.stderr.write('\n')
    resolve(answer)
  })
  return promise
}
