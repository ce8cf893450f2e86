import { outcomes } from '../outcome.ts'
import type { Conversion } from '../outcome.ts'
import type { SqlType } from './sql-type.ts'

/** Whether all are among the manual's numeric types (8.1). */
export function areNumbers(...types: readonly SqlType[]): boolean {
  return types.every(({ name }) => Object.hasOwn(toNumber, name))
}

/** What a change from one numeric type to another may do to values; both must be numbers. */
export function conversionOfNumbers(before: SqlType, after: SqlType): Conversion {
  const convert = toNumber[after.name]
  if (convert === undefined) throw new Error(`${after.name} is no number`)
  return convert(before, after)
}

const { same, refuses, rounds, printsOtherwise, unknown } = outcomes

type Convert = (before: SqlType, after: SqlType) => Conversion

/** What may become of a number, by the type that it comes to have. */
const toNumber: Readonly<Record<string, Convert>> = {
  smallint: toInteger,
  integer: toInteger,
  bigint: toInteger,
  numeric: toNumeric,
  real: toReal,
  'double precision': toDouble,
}

/** How many digits an integer may have. */
const digits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 }

/** An integer holds no fraction; a numeric without one may still be too large, or NaN. */
function toInteger(before: SqlType, after: SqlType): Conversion {
  const [old, fresh] = [digits[before.name], digits[after.name]]
  if (old !== undefined && fresh !== undefined) return old <= fresh ? same : refuses
  return before.name === 'numeric' && before.mods[1] === 0 ? refuses : unknown
}

/** Without modifiers a numeric holds any number of digits on both sides. */
function toNumeric(before: SqlType, after: SqlType): Conversion {
  const [precision, scale = 0] = after.mods
  if (isFloat(before)) return precision === undefined ? rounds : unknown
  if (precision === undefined) return same
  const { whole, fraction } = extentOf(before)
  const loses = scale < fraction
  return {
    // Rounding up may add a digit: 9.99 with one digit behind the point is 10.0.
    fails: precision - scale < whole + (loses ? 1 : 0),
    loses,
    keepsText: scale === fraction,
  }
}

/** How many digits a number may have on each side of the point. */
interface Extent {
  readonly whole: number
  readonly fraction: number
}

function extentOf({ name, mods }: SqlType): Extent {
  const integer = digits[name]
  if (integer !== undefined) return { whole: integer, fraction: 0 }
  const [precision, scale = 0] = mods
  return precision === undefined
    ? { whole: Infinity, fraction: Infinity }
    : { whole: precision - scale, fraction: scale }
}

function isFloat({ name }: SqlType): boolean {
  return name === 'real' || name === 'double precision'
}

/** Six decimal digits are exact, which a smallint has at most. */
function toReal(before: SqlType): Conversion {
  if (before.name === 'smallint') return same
  return before.name !== 'double precision' && fits(before, 37) ? rounds : unknown
}

/** Fifteen decimal digits are exact. A real prints more digits than before: 0.1 as 0.10000000149011612. */
function toDouble(before: SqlType): Conversion {
  if (before.name === 'real') return printsOtherwise
  if (before.name === 'smallint' || before.name === 'integer') return same
  return fits(before, 307) ? rounds : unknown
}

/** Whether no value is out of the range of a floating-point type, which both large and small ones may be (manual, 8.1.3). */
function fits(type: SqlType, range: number): boolean {
  const { whole, fraction } = extentOf(type)
  return whole <= range && fraction <= range
}
