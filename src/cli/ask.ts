import { createInterface } from 'node:readline'

/**
 * Asks a person on the terminal; the empty text where there is none, or when the input ends (Ctrl-D). Ctrl-C, which
 * a terminal that is read from does not turn into a signal, ends the process as it does elsewhere.
 */
export async function ask(text: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const { promise, resolve } = Promise.withResolvers<string>()
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  terminal.once('SIGINT', () => {
    process.emit('SIGINT')
  })
  terminal.once('close', () => {
    process.stderr.write('\n')
    resolve('')
  })
  terminal.question(text, (answer) => {
    terminal.removeAllListeners('close').close()
    resolve(answer)
  })
  return promise
}
