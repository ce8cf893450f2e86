/** A message of PostgreSQL's protocol, whole: its type (empty for what opens a connection) and all of its bytes. */
export interface Message {
  readonly type: string
  readonly bytes: Buffer
}

/** Cuts a stream of bytes into messages: gives those that are complete now. */
export type Cutter = (chunk: Buffer) => readonly Message[]

/** Cuts what a client sends. Its first message has no type; so has each after it until the session begins. */
export function cutClient(): Cutter {
  let begun = false
  return cutter((rest) => {
    if (begun) return takeMessage(rest, 1)
    const message = takeMessage(rest, 0)
    // A request for TLS or for GSS is followed by another opening message (manual, "SSL Session Encryption").
    if (message !== undefined) begun = !askers.has(message.bytes.readInt32BE(4))
    return message
  })
}

/** Cuts what a server sends. */
export function cutServer(): Cutter {
  return cutter((rest) => takeMessage(rest, 1))
}

/** SSLRequest and GSSENCRequest. */
const askers: ReadonlySet<number> = new Set([80_877_103, 80_877_104])

function cutter(take: (rest: Buffer) => Message | undefined): Cutter {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const whole: Message[] = []
    for (;;) {
      const message = take(rest)
      if (message === undefined) return whole
      whole.push(message)
      rest = rest.subarray(message.bytes.length)
    }
  }
}

/** The first message of the bytes, whose type takes `head` bytes; undefined while it is not complete. */
function takeMessage(rest: Buffer, head: 0 | 1): Message | undefined {
  if (rest.length < head + 4) return undefined
  const length = head + rest.readInt32BE(head)
  if (rest.length < length) return undefined
  return { type: rest.toString('latin1', 0, head), bytes: rest.subarray(0, length) }
}

/** What a client's message asks of the server, as SQL: the text of Query and Parse; '' for others. */
export function textOf({ type, bytes }: Message): string {
  if (type === 'Q') return bytes.toString('utf8', 5, bytes.length - 1)
  if (type !== 'P') return ''
  // Parse: the statement's name, then its text, each with a zero behind it.
  const start = bytes.indexOf(0, 5) + 1
  return bytes.toString('utf8', start, bytes.indexOf(0, start))
}
