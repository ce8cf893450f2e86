import { UserError, messageOf } from '../errors.ts'
import { decodeText, loadIfThere } from './read-text.ts'

/** The fields of a JSON object, not yet looked at. */
export type Fields = Readonly<Record<string, unknown>>

/** Loads a file that holds one JSON object. Throws UserError when it is missing or holds something else. */
export async function loadJsonFile(path: string): Promise<Fields> {
  const bytes = await loadIfThere(path)
  if (bytes === undefined) throw new UserError(`${path}: no such file.`)
  const value = parse(decodeText(bytes, path), path)
  if (isFields(value)) return value
  throw new UserError(`${path}: should be a JSON object.`)
}

/** The object in a field. Throws UserError naming `path` and the field otherwise, as all of these. */
export function fieldsIn(fields: Fields, name: string, path: string): Fields {
  const value = fields[name]
  if (isFields(value)) return value
  throw new UserError(`${path}: "${name}" should be an object.`)
}

/** The text in a field; an empty one is none. */
export function textIn(fields: Fields, name: string, path: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UserError(`${path}: "${name}" should be a text.`)
}

/** The whole number in a field. */
export function numberIn(fields: Fields, name: string, path: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw new UserError(`${path}: "${name}" should be a whole number.`)
}

/** The list of texts in a field. */
export function textsIn(fields: Fields, name: string, path: string): string[] {
  const value = fields[name]
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new UserError(`${path}: "${name}" should be a list of texts.`)
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${path}: not JSON: ${messageOf(error)}`, { cause: error })
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
