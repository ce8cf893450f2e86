import { placeOf } from './place.ts'
import { stretchesOf } from './stretches.ts'

/** A text without what takes it back, and where that began. */
export interface UpPart {
  /** What takes it back is blank, so that every character keeps its place. */
  readonly text: string
  /** A sentence for each part that is left out. */
  readonly notes: readonly string[]
}

/**
 * What of a migration leads on. dbmate, goose, sql-migrate, node-pg-migrate, rambler, tern, Play, MyBatis and shmig keep
 * what takes it back in the same file, behind a comment that says so.
 */
export function upPartOf(text: string, file: string): UpPart {
  if (!new RegExp(down, 'im').test(text)) return { text, notes: [] }
  const marks = Array.from(marksOf(text))
  const cuts = marks.flatMap(({ start, line, leads }, at) =>
    leads === 'down' && marks[at - 1]?.leads !== 'down'
      ? [
          {
            start,
            line,
            end: marks.find((next) => next.start > start && next.leads === 'up')?.start,
          },
        ]
      : [],
  )
  return {
    text: cuts.reduce((rest, { start, end }) => blankBetween(rest, start, end), text),
    notes: cuts.map(({ start, line }) => noteOf(file, placeOf(text, start).line, line)),
  }
}

const tools = String.raw`migrate:|\+goose\s+|\+migrate\s+|rambler\s+|!`
const down = String.raw`^--(?:[\s-]*(?:(?:${tools})downs?\b|down\s+migration\s*$|//\s*@undo\b|=+\s*down\s*=+)|-- create above / drop below ----)`
const up = String.raw`^--[\s-]*(?:(?:${tools})ups?\b|up\s+migration\s*$|=+\s*up\s*=+)`

interface Mark {
  readonly start: number
  readonly line: string
  readonly leads: 'up' | 'down'
}

/** Comments only: a body may have such a line too. */
function* marksOf(text: string): Generator<Mark> {
  for (const { kind, text: comment, start } of stretchesOf(text)) {
    if (kind !== 'comment') continue
    const line = comment.trimEnd()
    if (new RegExp(down, 'i').test(line)) yield { start, line, leads: 'down' }
    else if (new RegExp(up, 'i').test(line)) yield { start, line, leads: 'up' }
  }
}

function blankBetween(text: string, start: number, end = text.length): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end)
}

function noteOf(file: string, number: number, line: string): string {
  return `${file}:${String(number)}: what follows \`${line}\` takes the migration back, so it is left out.`
}
