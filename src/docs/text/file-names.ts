import { splitName, unquoteName } from '../../model/qualified-name.ts'

/**
 * Where the page of a table is, from the folder of the pages: a folder a schema, a file a table. File systems may not
 * tell letters by their case, so all but small letters, digits and underscores are spelled as bytes: `~41`.
 */
export function pageOf(name: string): string {
  const [schema = '', ...rest] = splitName(name).map(unquoteName)
  return `${safe(schema)}/${safe(rest.join('.'))}.md`
}

function safe(name: string): string {
  return Array.from(name, (letter) => (/[a-z0-9_]/.test(letter) ? letter : bytesOf(letter))).join(
    '',
  )
}

/** encodeURIComponent spells the bytes of UTF-8; what it leaves as it is, is ASCII. */
function bytesOf(letter: string): string {
  const spelled = encodeURIComponent(letter)
  if (spelled !== letter) return spelled.toLowerCase().replaceAll('%', '~')
  return `~${letter.charCodeAt(0).toString(16)}`
}
