/** A name in DBML, always in quotes. */
export function dbmlName(name: string): string {
  return `"${escaped(name).replaceAll('"', String.raw`\"`)}"`
}

/** A text in DBML, such as a note. */
export function dbmlText(text: string): string {
  return `'${escaped(text).replaceAll("'", String.raw`\'`)}'`
}

/** An expression in DBML; undefined for one with a backtick, which DBML cannot hold. */
export function dbmlExpression(sql: string): string | undefined {
  return sql.includes('`') ? undefined : `\`${sql.replaceAll(/\s+/g, ' ')}\``
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/[^\P{Cc}\t]/gu, '\uFFFD')
}
