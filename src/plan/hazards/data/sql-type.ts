import { mapCode, maskQuoted } from '../../../sql/scan/stretches.ts'

/** A type as format_type prints it, in its parts: `character varying(20)[]`, `timestamp(3) with time zone`. */
export interface SqlType {
  /** Without modifiers and brackets: `character varying`, `timestamp with time zone`, `public.mood`. */
  readonly name: string
  /** Length, or precision and scale; empty where the type has none. */
  readonly mods: readonly number[]
  readonly isArray: boolean
}

/** Takes the name of a type apart. */
export function parseType(type: string): SqlType {
  const code = maskQuoted(type)
  const mods = modifiers.exec(code)?.[1]
  return {
    name: mapCode(type, (part) => part.replace(modifiers, '').replace(/(?:\[\])+$/, '')),
    mods: mods === undefined ? [] : mods.split(',').map(Number),
    isArray: code.endsWith('[]'),
  }
}

const modifiers = /\((-?\d+(?:,-?\d+)?)\)/

/** Whether a type holds texts of any or a limited length, without padding them. */
export function isVariableText({ name }: SqlType): boolean {
  return name === 'text' || name === 'character varying'
}
