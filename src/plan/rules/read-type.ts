import type { Catalog } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import { idOf } from '../../model/object-id.ts'
import { mapCode, maskQuoted } from '../../sql/scan/stretches.ts'

/** A type in its parts. */
export interface ReadType {
  /** Of PostgreSQL's own or somebody's, without a length; what a domain is over. */
  readonly name: string
  /** The length of bit(n) and similar. */
  readonly length: number | undefined
  readonly isArray: boolean
  /** Without lengths, as a cast spells it. */
  readonly bare: string
}

/** Reads a type as format_type prints it. */
export function parseType(printed: string, catalog: Catalog): ReadType {
  const base = baseOf(printed, catalog)
  if (base !== undefined) {
    const read = parseType(base, catalog)
    return read.bare === base ? { ...read, bare: printed } : read
  }
  const isArray = printed.endsWith('[]')
  const element = elementOf(printed)
  const length = /\((?<length>\d+)\)/.exec(maskQuoted(element))?.groups?.['length']
  const name = withoutLength(element)
  return {
    name,
    length: length === undefined ? undefined : Number(length),
    isArray,
    bare: `${lengthless[name] ?? name}${isArray ? '[]' : ''}`,
  }
}

/** What a domain is over, or an array of domains; an array of a domain over an array is no array of two dimensions. */
function baseOf(printed: string, { objects }: Catalog): string | undefined {
  const domain = objects.get(idOf('domain', elementOf(printed)))
  if (domain === undefined) return undefined
  const base = textIn(domain, 'type')
  if (!printed.endsWith('[]')) return base
  return base.endsWith('[]') ? undefined : `${base}[]`
}

function elementOf(printed: string): string {
  return printed.replace(/(?:\[\])+$/, '')
}

function withoutLength(type: string): string {
  return mapCode(type, (code) => code.replaceAll(/\([^()]*\)/g, '')).replace(
    /^interval .*$/,
    'interval',
  )
}

/** Without a length these are of length 1 (manual, 8.3 and 8.10). */
const lengthless: Readonly<Record<string, string>> = { bit: 'bit varying', character: 'text' }
