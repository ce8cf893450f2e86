import { defineConfig } from 'vitest/config'
import { reporter } from './test/support/skipped-reporter.ts'

/** Where CI wants a report as JSON; it adds up the reports of its legs. */
const report = process.env['TEST_REPORT']

export default defineConfig({
  test: {
    // Only what hangs is to fail: a busy machine takes many times what a quiet one does.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Tests wait for servers more than they compute: four share two cores.
    maxWorkers: 4,
    // No test changes what others read of a module: each worker reads a module once.
    isolate: false,
    reporters: ['default', ...(report === undefined ? [] : ['json']), reporter],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['test/**/*.db.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/take-share.ts'],
        },
      },
    ],
  },
})
