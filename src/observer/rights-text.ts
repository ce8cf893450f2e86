/**
 * Rights in words: `anon=ar/postgres` is `anon: insert, select (from postgres)`. Takes and gives lists; people write
 * names with special characters in quotes, as PostgreSQL does. Source: manual, 5.8 Privileges, tables 5.1 and 5.2.
 */
export function describeRights(text: string): string {
  return Array.from(text.matchAll(item), ([, grantee, letters, grantor]) => {
    const who = grantee === '' ? 'public' : String(grantee)
    return `${who}: ${words(String(letters))} (from ${String(grantor)})`
  }).join('; ')
}

const item = /("(?:[^"]|"")*"|[^=,"]*)=([A-Za-z*]*)\/("(?:[^"]|"")*"|[^,"]*)(?:, |$)/g

function words(letters: string): string {
  return Array.from(letters.matchAll(/([A-Za-z])(\*?)/g), ([, letter, star]) => {
    const word = privileges[String(letter)] ?? String(letter)
    return star === '*' ? `${word} with grant option` : word
  })
    .toSorted()
    .join(', ')
}

const privileges: Readonly<Record<string, string>> = {
  a: 'insert',
  r: 'select',
  w: 'update',
  d: 'delete',
  D: 'truncate',
  x: 'references',
  t: 'trigger',
  m: 'maintain',
  X: 'execute',
  U: 'usage',
  C: 'create',
  c: 'connect',
  T: 'temporary',
  s: 'set',
  A: 'alter system',
}
