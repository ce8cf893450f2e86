/** An attack, as the remark above its test has it. */
export interface Attack {
  /** `D6` for a defect of the first schema; empty for what was found since. */
  readonly defect: string
  readonly tries: string
  readonly stoppedBy: string
}

/** What the remarks in a file of tests say. */
export interface AttackFile {
  readonly attacks: readonly Attack[]
  /** The lines of tests above which nothing is said. */
  readonly bare: readonly string[]
}

/**
 * Reads the remarks above tests: `Attack: … Stopped by: …`, with `D` and a number where it is a defect of the first
 * schema, or `Control: …` for a test that shows that another can fail. What is above a `describe` is said of its tests.
 */
export function readAttacks(text: string): AttackFile {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, at) =>
    /^\s*(?:test|describe)\b/.test(line)
      ? [{ line: line.trim(), indent: indentOf(line), remark: remarkAbove(lines, at) }]
      : [],
  )
  const bare = starts.filter(
    ({ line, remark }, at) =>
      line.startsWith('test') &&
      remark === '' &&
      !starts.some((outer, place) => outer.remark !== '' && isInside(starts, at, place)),
  )
  return {
    attacks: starts.flatMap(({ remark }) => attackIn(remark)),
    bare: bare.map(({ line }) => line),
  }
}

/** Whether what begins at one place is inside of what begins at another: nothing between has so little indent. */
function isInside(
  starts: readonly { readonly indent: number }[],
  at: number,
  outer: number,
): boolean {
  const limit = starts[outer]?.indent ?? 0
  return outer < at && starts.slice(outer + 1, at + 1).every(({ indent }) => indent > limit)
}

/** The remark as one line, from its first word on; other remarks may be above it. */
function remarkAbove(lines: readonly string[], at: number): string {
  const end = lines.slice(0, at).findLastIndex((line) => !line.trim().startsWith('// '))
  const remark = lines.slice(end + 1, at).map((line) => line.trim().slice(3))
  const first = remark.findIndex((line) => /^(?:Attack|Control)\b/.test(line))
  const text = first === -1 ? '' : remark.slice(first).join(' ')
  // An attack of which nothing is said that stops it is one of which nothing is said.
  return text.startsWith('Attack') && attackIn(text).length === 0 ? '' : text
}

function attackIn(remark: string): Attack[] {
  const found = /^Attack(?: (D\d+))?: (.*) Stopped by: (.*)$/.exec(remark)
  if (found === null) return []
  const [, defect = '', tries = '', stoppedBy = ''] = found
  return [{ defect, tries, stoppedBy }]
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
