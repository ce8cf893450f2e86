import { withoutTls } from '../postgres/url.ts'

/**
 * A URL for Atlas. Its catalogue queries get nested loops where statistics are missing: 1,000 tables take ten times as
 * long. For a short run compiling them does not pay either.
 */
export function tunedUrl(url: string): string {
  const parsed = new URL(withoutTls(url))
  const given = parsed.searchParams.get('options') ?? ''
  parsed.searchParams.set('options', `${given} -c jit=off -c enable_nestloop=off`.trim())
  return parsed.href
}
