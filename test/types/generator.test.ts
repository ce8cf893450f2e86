import { expect, it } from 'vitest'
import { findGenerator } from '../../src/types/generator.ts'

it('where the package of the generator is not installed a sentence says where it is', () => {
  expect(() =>
    findGenerator((name) => {
      throw new Error(`Cannot find module '${name}'`)
    }),
  ).toThrow(
    "The types are written by Supabase's command line. Its package @supabase/cli-linux-x64 is not installed: it is for " +
      'Linux on x64 alone. Run npm ci and npm run types there, or leave the file to CI.',
  )
  expect(findGenerator(() => '/packages/cli/package.json')).toBe('/packages/cli/bin/supabase')
})
