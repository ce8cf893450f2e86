/** A sentence as one line that begins with a capital letter. A name may hold a line break, where a comment would end. */
export function sentenceLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** A comment of SQL that is one line, whatever the text has. */
export function commentLine(text: string): string {
  return `-- ${text.replaceAll(/\s+/g, ' ')}`
}
