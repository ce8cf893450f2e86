/** A stretch of an SQL text: code, a comment, or quoted text with its quotes: a literal, a body, a name. */
export interface Stretch {
  readonly kind: 'code' | 'comment' | 'quoted'
  readonly text: string
  /** Code units from 0. */
  readonly start: number
}

/**
 * Cuts a text into stretches, in order, without one being left out, as PostgreSQL's scanner would (scan.l). A
 * literal with doubled quotes may come as several that touch. What is not closed goes to the end. Literals may be
 * of any length: a regular expression that reads one whole runs out of stack at some millions of characters.
 */
export function* stretchesOf(text: string): Generator<Stretch> {
  let end = 0
  const stretch = (kind: Stretch['kind'], from: number, to: number): Stretch => {
    end = to
    return { kind, text: text.slice(from, to), start: from }
  }
  const search = new RegExp(openings)
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const [opening] = found
    if (found.index > end) yield stretch('code', end, found.index)
    const isComment = opening === '--' || opening === '/*'
    const close = endOf(text, opening, found.index + opening.length)
    yield stretch(isComment ? 'comment' : 'quoted', found.index, close)
    search.lastIndex = close
  }
  if (end < text.length) yield stretch('code', end, text.length)
}

/** Changes the code of a text; comments and quoted text stay unchanged. */
export function mapCode(text: string, change: (code: string) => string): string {
  const parts = Array.from(stretchesOf(text), ({ kind, text: part }) =>
    kind === 'code' ? change(part) : part,
  )
  return parts.join('')
}

/** A text of the same length in which everything in quotes is quotes: no name or literal is taken for code. */
export function maskQuoted(text: string): string {
  return Array.from(stretchesOf(text), ({ kind, text: part }) =>
    kind === 'quoted' ? '"'.repeat(part.length) : part,
  ).join('')
}

/** Whether a text has no statement: blanks, comments and semicolons at most. */
export function isEmptyText(text: string): boolean {
  for (const { kind, text: part } of stretchesOf(text)) {
    if (kind === 'quoted' || (kind === 'code' && /[^\s;]/.test(part))) return false
  }
  return true
}

/** A word may hold digits and dollars, so that `a$1$` opens no quote, and end in an e, so that `date''` is no E''. */
const openings =
  /--|\/\*|(?<![\w$\u0080-\u{10ffff}])(?:[eE]'|\$(?:[A-Za-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*)?\$)|['"]/gu

function endOf(text: string, opening: string, from: number): number {
  if (opening === '--') return before(text, '\n', from)
  if (opening === '/*') return endOfComment(text, from)
  return opening.length === 2 && opening.endsWith("'")
    ? endOfEscaped(text, from)
    : behind(text, opening, from)
}

/** Comments of this sort may hold others. */
function endOfComment(text: string, from: number): number {
  const marks = /\/\*|\*\//g
  marks.lastIndex = from
  for (let depth = 1; ;) {
    const mark = marks.exec(text)
    if (mark === null) return text.length
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return marks.lastIndex
  }
}

/** In an E'' a backslash takes the next character with it. */
function endOfEscaped(text: string, from: number): number {
  const marks = /\\[^]|''|'/g
  marks.lastIndex = from
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === "'") return marks.lastIndex
  }
  return text.length
}

function before(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}
