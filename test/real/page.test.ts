import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verdicts } from '../judge/judge-pair.ts'
import { home } from '../support/tracked-files.ts'
import { projects } from './projects.ts'
import { tableLines } from './render-real.ts'

const page = await readFile(join(home, 'docs/planning.md'), 'utf8')
const [head = [], , ...rows] = tableLines(page).map((line) =>
  line
    .slice(2, -2)
    .split(' | ')
    .map((cell) => cell.trim()),
)
const counts = rows.map((row) => row.slice(2, 3 + verdicts.length).map(Number))

describe('the table of the schemas that packages ship', () => {
  it('has a row for each of the projects', () => {
    expect(head.slice(0, -1)).toEqual(['project', 'packages', 'steps', ...verdicts])
    expect(rows.map(([name]) => name)).toEqual(projects.map(({ name }) => name))
    expect(rows.length).toBeGreaterThanOrEqual(12)
  })

  it('has a verdict for each step: from nothing and to nothing at least', () => {
    for (const [steps = 0, ...own] of counts) {
      expect(steps).toBeGreaterThanOrEqual(2)
      expect(own.reduce((sum, each) => sum + each, 0)).toBe(steps)
    }
  })

  it('has nothing silent and nothing loud, and ten projects at least that are right throughout', () => {
    expect(counts.flatMap(([, , , ...wrong]) => wrong).filter((count) => count > 0)).toEqual([])
    const right = counts.filter(([steps, first]) => steps === first)
    expect(right.length).toBeGreaterThanOrEqual(10)
  })
})
