/** A password as it is written in SQL: `password 'x'`, `password=x` in a connection's text, `://user:x@` in a URL. */
const passwords =
  /(?<before>\bpassw\w*\s*=?\s*e?'+)(?<literal>[^']+)|(?<key>\bpassword\s*=\s*)(?<word>[^\s'"]+)|(?<url>:\/\/[^\s:/@'"]*:)(?<part>[^\s@'"]+)(?=@)/gi

/** The text with its passwords as asterisks, as many as they have characters: places in it stay. */
export function maskPasswords(text: string): string {
  return text.replace(passwords, (...found) => {
    const groups: Readonly<Record<string, string | undefined>> = found.at(-1)
    const { before, literal, key, word, url, part } = groups
    const secret = literal ?? word ?? part ?? ''
    return `${before ?? key ?? url ?? ''}${secret.replace(/[^\r\n]/gu, '*')}`
  })
}
