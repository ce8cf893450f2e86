/**
 * Quotes one identifier, always: right for every name, keywords included.
 * Source: PostgreSQL manual, 4.1.1 Identifiers and Key Words.
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Quotes a name with its qualifiers: `quoteQualified('public', 'a b')` is `"public"."a b"`. */
export function quoteQualified(...names: readonly string[]): string {
  return names.map(quoteName).join('.')
}

/** Quotes a text as a string literal; `E''` when a backslash would otherwise depend on a setting. */
export function quoteLiteral(text: string): string {
  const doubled = text.replaceAll("'", "''")
  return doubled.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`
}
