/**
 * A secret as it is written in SQL: `password 'x'` or `sslkey 'x'`, `password=x` in a connection's text, `://user:x@` in
 * a URL.
 */
const secrets =
  /(?<before>\b(?:\w*passw\w*|passfile|pwd|\w*secret\w*|\w*token\w*|\w*credential\w*|sslkey|\w*api_?key\w*)\s*=?\s*e?'+)(?<literal>[^']+(?:''[^']+)*)|(?<key>\bpassword\s*=\s*)(?<word>[^\s'"]+)|(?<url>:\/\/[^\s:/@'"]*:)(?<part>[^\s@'"]+)(?=@)/gi

/** A statement about a user mapping, as far as it goes. */
const mappings = /\buser\s+mapping\b(?:[^;']|'[^']*')*/gi

/** An option and its value: all of a user mapping are secret but the user's name. */
const options = /(?<before>\b(?!user(?:name)?\b)\w+"?\s+e?')(?<literal>(?:[^']|'')+)(?=')/gi

/** The text with its passwords as asterisks, as many as they have characters: places in it stay. */
export function maskPasswords(text: string): string {
  return mask(
    text.replace(mappings, (statement) => mask(statement, options)),
    secrets,
  )
}

function mask(text: string, pattern: RegExp): string {
  return text.replace(pattern, (...found) => {
    const groups: Readonly<Record<string, string | undefined>> = found.at(-1)
    const { before, literal, key, word, url, part } = groups
    const secret = literal ?? word ?? part ?? ''
    return `${before ?? key ?? url ?? ''}${secret.replace(/[^\r\n]/gu, '*')}`
  })
}
