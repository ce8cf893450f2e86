import { beforeEach, expect, test, vi } from 'vitest'

// Other files may have loaded the parser in this process: each test has modules that nobody has used.
beforeEach(() => {
  vi.resetModules()
})

test('what compares texts says that it needs the parser, and not that they differ', async () => {
  const { isSameSpelling } = await import('../src/model/spelling/same-spelling.ts')
  const { mayBecome } = await import('../src/model/spelling/argument-defaults.ts')
  const missing = 'a text is parsed before the parser is loaded'
  expect(() => isSameSpelling('a + 1', '(a + 1)', 'expression')).toThrow(missing)
  expect(() => mayBecome('a integer', 'a integer DEFAULT 1')).toThrow(missing)
})

test('what parses no text runs once, and what does runs again with the parser', async () => {
  const { loadedOnDemand, parseSync } = await import('../src/parser.ts')
  let runs = 0
  const counted = async (text: string | undefined): Promise<number> => {
    runs += 1
    return text === undefined ? 0 : (parseSync(text).stmts ?? []).length
  }
  expect([await loadedOnDemand(async () => counted(undefined)), runs]).toEqual([0, 1])
  expect([await loadedOnDemand(async () => counted('select 1; select 2')), runs]).toEqual([2, 3])
  expect([await loadedOnDemand(async () => counted('select 1')), runs]).toEqual([1, 4])
})

test('an error that is not about the parser passes', async () => {
  const { loadedOnDemand } = await import('../src/parser.ts')
  await expect(loadedOnDemand(failing)).rejects.toThrow('something else')
})

async function failing(): Promise<never> {
  throw new Error('something else')
}
