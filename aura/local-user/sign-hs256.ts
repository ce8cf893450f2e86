import { createHmac } from 'node:crypto'

/**
 * Signs claims as a JSON Web Token with HS256 (RFC 7515), the way of Supabase's local projects. One HMAC with one
 * algorithm: a library for tokens has its worth where they are verified, and nothing here does that.
 */
export function signHs256(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const signed = [{ alg: 'HS256', typ: 'JWT' }, claims].map(encode).join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part), 'utf8').toString('base64url')
}
