/**
 * A text without the blanks at its end, as PostgreSQL's scanner sees blanks. JavaScript's own `trimEnd` takes more: to
 * PostgreSQL a no-break space is a letter of a name.
 */
export function trimBlanks(text: string): string {
  let end = text.length
  while (blanks.has(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

const blanks: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\f'])
