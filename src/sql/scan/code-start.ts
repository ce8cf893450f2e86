/**
 * The byte at which a statement begins: the first one from `from` on that is no blank and in no comment, as PostgreSQL's
 * scanner sees them (scan.l). The length of the text when there is none. Asking libpg_query for all tokens instead takes
 * three times as long as parsing them.
 */
export function codeStart(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const [byte = 0, next] = [bytes[at], bytes[at + 1]]
    if (blanks.has(byte)) at += 1
    else if (byte === dash && next === dash) at = endOfLine(bytes, at)
    else if (byte === slash && next === star) at = endOfComment(bytes, at + 2)
    else return at
  }
}

const blanks: ReadonlySet<number> = new Set(Array.from(' \t\n\r\f\v', (each) => each.charCodeAt(0)))
const [dash, slash, star] = [0x2d, 0x2f, 0x2a] as const
const [newline, carriageReturn] = [0x0a, 0x0d] as const

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== newline && bytes[at] !== carriageReturn) at += 1
  return at
}

/** Comments of this sort may hold others. */
function endOfComment(bytes: Uint8Array, from: number): number {
  let at = from
  for (let depth = 1; depth > 0 && at < bytes.length;) {
    const turn = depthOf(bytes[at], bytes[at + 1])
    depth += turn
    at += turn === 0 ? 1 : 2
  }
  return at
}

function depthOf(byte: number | undefined, next: number | undefined): -1 | 0 | 1 {
  if (byte === slash && next === star) return 1
  return byte === star && next === slash ? -1 : 0
}
