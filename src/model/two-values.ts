import type { Value } from './catalog.ts'

/** What a value is called that is not there. */
const none = 'none'

/** Longer than this, a text is cut to where it differs. */
const longest = 120

/** How much is shown before and from the first character that differs. */
const lead = 30
const rest = 90

/** Two values as people read them side by side: each on one line, long ones cut to where they first differ. */
export function showTwo(left: Value, right: Value): readonly [left: string, right: string] {
  const texts = [textOf(left), textOf(right)] as const
  if (texts.every((text) => text.length <= longest && !text.includes('\n'))) return texts
  const start = startOf(texts[0], firstDifference(...texts))
  return [cut(texts[0], start), cut(texts[1], start)]
}

/** What of an object is not as it should be; both values null where it is missing or too much. */
interface Difference {
  readonly what: string
  readonly expected: Value
  readonly found: Value
}

/** Why an object is not managed that a plan leaves different in one direction. */
export function reasonOf(way: 'up' | 'down', difference: Difference): string {
  return `${way}: ${describeDifference(difference)}`
}

/** How two states differ in an object, the first one's value first. */
export function nameBoth({ what, expected, found }: Difference): string {
  return expected === null && found === null
    ? what
    : `${what}, ${showTwo(found, expected).join(' and ')}`
}

/** What is wrong with an object, to be read on from its name. */
export function describeDifference({ what, expected, found }: Difference): string {
  if (expected === null && found === null) return what
  const [wanted, there] = showTwo(expected, found)
  return `still differs: ${what}: expected ${wanted}, found ${there}`
}

function textOf(value: Value): string {
  if (value === null) return none
  if (value === '') return "''"
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function firstDifference(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  let at = 0
  while (at < shorter && left[at] === right[at]) at += 1
  return at
}

/** A bit before the difference, on its line; both texts are alike up to there. */
function startOf(text: string, difference: number): number {
  const line = text.lastIndexOf('\n', difference - 1) + 1
  const start = Math.max(line, difference - lead)
  if (start < lead && line === 0) return 0
  return isSecondHalf(text, start) ? start - 1 : start
}

function cut(text: string, start: number): string {
  const full = start + lead + rest
  const end = isSecondHalf(text, full) ? full - 1 : full
  const piece = text.slice(start, end).replaceAll('\r', String.raw`\r`)
  const line = piece.replaceAll('\n', String.raw`\n`)
  return `${start > 0 ? '…' : ''}${line}${text.length > end ? '…' : ''}`
}

/** Whether a character that takes two code units has its second one there. */
function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
