/** A sentence as each format prints it: plain text, and what is code, such as a name or an expression. */
export type Prose = readonly Piece[]

type Piece = string | { readonly code: string }

/** A text that every format prints as code. */
export function code(text: string): Prose {
  return [{ code: text }]
}

/** Joins texts and prose to one sentence. */
export function say(texts: TemplateStringsArray, ...values: readonly (string | Prose)[]): Prose {
  return texts.flatMap((text, at) => [text, ...piecesOf(values[at] ?? '')]).filter(isSomething)
}

/** A list as people write it: `a, b and c`. */
export function listOf(items: readonly Prose[], last = 'and'): Prose {
  return items.flatMap((item, at) => {
    if (at === 0) return item
    return [at === items.length - 1 ? ` ${last} ` : ', ', ...item]
  })
}

/** With a capital letter where it begins with a word. */
export function capitalized([first = '', ...rest]: Prose): Prose {
  if (typeof first !== 'string') return [first, ...rest]
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest]
}

function piecesOf(value: string | Prose): Prose {
  return typeof value === 'string' ? [value] : value
}

function isSomething(piece: Piece): boolean {
  return piece !== ''
}
