import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A column that holds tokens, as its table and its name. */
export type TokenColumn =
  | 'oauth_tokens.access_token'
  | 'oauth_tokens.refresh_token'
  | 'user_tokens.access_token'
  | 'user_tokens.refresh_token'
  | 'profiles.google_access_token'
  | 'profiles.google_refresh_token'

/** Where a token is stored. Its ciphertext opens there only. */
export interface TokenPlace {
  /** The id of the account, a UUID. */
  readonly userId: string
  /** Who issued the token; always `google` for the columns of `profiles`. */
  readonly provider: string
  readonly column: TokenColumn
}

/** The keys that a server has. */
export interface KeyRing {
  /** The version that new tokens are encrypted with: the first entry. */
  readonly current: number
  readonly keys: ReadonlyMap<number, KeyObject>
}

/** What AES-256-GCM takes and gives besides the key, as bytes. */
export interface Sealed {
  readonly iv: Uint8Array
  readonly tag: Uint8Array
  readonly data: Uint8Array
}

/** A token, a key ring or a place that cannot be used. No message holds a key or a token. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
}

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const tagBytes = 16
const mostCharacters = 16_384
const highestVersion = 99_999

const form = /^v(?<version>[1-9]\d{0,4})\.(?<iv>[\w-]{16})\.(?<tag>[\w-]{22})\.(?<data>[\w-]+)$/

/**
 * Reads a key ring: `VERSION:BASE64` entries with commas between them, as AURA_TOKEN_KEYS holds it. The first entry
 * encrypts, all of them decrypt. Throws TokenError with the number of the entry that cannot be used.
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.trim() === '' ? [] : text.split(',')
  const keys = new Map<number, KeyObject>()
  for (const [index, entry] of entries.entries()) {
    const { version, key } = parseEntry(entry.trim(), `entry ${String(index + 1)}`)
    if (keys.has(version)) throw new TokenError(`version ${String(version)} is there twice`)
    const double = [...keys].find(([, known]) => known.equals(key))
    if (double !== undefined) {
      throw new TokenError(`versions ${String(double[0])} and ${String(version)} are the same key`)
    }
    keys.set(version, key)
  }
  const [current] = keys.keys()
  if (current === undefined) throw new TokenError('the key ring is empty')
  return { current, keys }
}

/** Makes a new key: one entry of a key ring. */
export function generateKey(version = 1): string {
  if (!isVersion(version))
    throw new TokenError(`a version is a number from 1 to ${String(highestVersion)}`)
  return `${String(version)}:${randomBytes(keyBytes).toString('base64')}`
}

/** The SHA-256 of a key in hex: what the database knows of it. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(key.export()).digest('hex')
}

/** Encrypts a token for the place where it will be stored. Throws TokenError for what could not be stored there. */
export function encrypt(token: string, place: TokenPlace, ring: KeyRing): string {
  const data = Buffer.from(token, 'utf8')
  if (data.length === 0) throw new TokenError('an empty token cannot be encrypted')
  if (data.toString('utf8') !== token) {
    throw new TokenError('the token is not well-formed Unicode, so it cannot be encrypted')
  }
  const key = ring.keys.get(ring.current)
  if (key === undefined) throw new TokenError('the key ring lacks its current version')
  const sealed = seal(key, { iv: randomBytes(12), data, associated: associatedData(place) })
  const text = write(ring.current, sealed)
  if (text.length > mostCharacters) {
    throw new TokenError(
      `the token is too long: encrypted it has ${String(text.length)} characters, of at most ${String(mostCharacters)}`,
    )
  }
  return text
}

/**
 * Decrypts what `encrypt` made for the same place. Throws TokenError, always with the same message, when the text was
 * changed, belongs to another place, or was made with a key that the ring lacks.
 */
export function decrypt(ciphertext: string, place: TokenPlace, ring: KeyRing): string {
  try {
    const { version, ...sealed } = read(ciphertext)
    const key = ring.keys.get(version)
    if (key === undefined) throw refused()
    const data = open(key, { ...sealed, associated: associatedData(place) })
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
  } catch {
    throw refused()
  }
}

/** Whether a token was encrypted with another key than new ones are. Throws TokenError for a text without that form. */
export function needsRotation(ciphertext: string, ring: KeyRing): boolean {
  return versionOf(ciphertext) !== ring.current
}

/** The version of the key that a ciphertext names. Throws TokenError for a text without that form. */
export function versionOf(ciphertext: string): number {
  return read(ciphertext).version
}

/** AES-256-GCM over bytes. A key must never see one iv twice: `encrypt` takes a random one. */
export function seal(
  key: KeyObject,
  { iv, data, associated }: { readonly associated: Uint8Array } & Omit<Sealed, 'tag'>,
): Sealed {
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  cipher.setAAD(associated)
  return {
    iv,
    data: Buffer.concat([cipher.update(data), cipher.final()]),
    tag: cipher.getAuthTag(),
  }
}

/** The inverse of `seal`. Throws when the tag does not fit. */
export function open(
  key: KeyObject,
  { iv, tag, data, associated }: { readonly associated: Uint8Array } & Sealed,
): Uint8Array {
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  decipher.setAAD(associated)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

/** What the tag covers besides the token: a ciphertext that is moved to another row or column does not open. */
export function associatedData({ userId, provider, column }: TokenPlace): Uint8Array {
  const user = userId.toLowerCase()
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(user)) {
    throw new TokenError('the id of the user is not a UUID')
  }
  if (!/^[a-z][a-z0-9_]{0,31}$/.test(provider)) {
    throw new TokenError('that is not the name of a provider, such as google')
  }
  if (column.startsWith('profiles.') && provider !== 'google') {
    throw new TokenError('profiles holds tokens of google only')
  }
  return Buffer.from(`aura/1|${user}|${provider}|${column}`, 'utf8')
}

function parseEntry(entry: string, where: string): { version: number; key: KeyObject } {
  const [digits = '', text, ...more] = entry.split(':')
  if (text === undefined || more.length > 0) {
    throw new TokenError(`${where} of the key ring is not VERSION:BASE64`)
  }
  const version = /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : 0
  if (!isVersion(version)) {
    throw new TokenError(
      `${where} of the key ring begins with no version, a number from 1 to ${String(highestVersion)}`,
    )
  }
  const bytes = Buffer.from(text, 'base64')
  // Buffer.from passes over what is no base64.
  if (bytes.toString('base64') !== text) {
    throw new TokenError(`${where} of the key ring, version ${digits}: the key is not base64`)
  }
  if (bytes.length !== keyBytes) {
    throw new TokenError(
      `${where} of the key ring, version ${digits}: the key has ${String(bytes.length)} bytes, it must have ${String(keyBytes)}`,
    )
  }
  return { version, key: createSecretKey(bytes) }
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 1 && version <= highestVersion
}

function write(version: number, { iv, tag, data }: Sealed): string {
  const parts = [iv, tag, data].map((bytes) => Buffer.from(bytes).toString('base64url'))
  return [`v${String(version)}`, ...parts].join('.')
}

/** A ciphertext's parts. Each ciphertext has one spelling: other last bits of a part are refused too. */
function read(ciphertext: string): Sealed & { readonly version: number } {
  const groups = ciphertext.length > mostCharacters ? undefined : form.exec(ciphertext)?.groups
  if (groups === undefined) throw refused()
  const version = Number(groups['version'])
  const bytesOf = (part: string): Buffer => Buffer.from(groups[part] ?? '', 'base64url')
  const sealed = { iv: bytesOf('iv'), tag: bytesOf('tag'), data: bytesOf('data') }
  if (write(version, sealed) !== ciphertext) throw refused()
  return { version, ...sealed }
}

function refused(): TokenError {
  return new TokenError('the token cannot be decrypted')
}
