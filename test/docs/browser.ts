import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { aroundAll } from 'vitest'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { withFiles } from '../support/files.ts'
import { chromiumPath } from '../support/tools.ts'

/** A page that is open, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page
  /** Messages of the console, errors, dialogs, and requests for anything but the page itself. */
  readonly troubles: readonly string[]
}

/** How a page is opened. */
export interface Look {
  readonly width?: number
  readonly dark?: boolean
  /** What the address leads to, as `table:public.notes`. */
  readonly place?: string
}

/** One browser for the tests of a file, on pages from files: nothing is served. */
export function useBrowser(): (
  html: string,
  look: Look,
  use: (open: OpenPage) => Promise<void>,
) => Promise<void> {
  let browser: Browser | undefined
  aroundAll(async (runTests) => {
    // Without its sandbox, which does not run as root.
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
    try {
      await runTests()
    } finally {
      await browser.close()
    }
  })
  return async (html, look, use) => {
    if (browser === undefined) throw new Error('the browser is there inside tests only')
    await withOpenPage(browser, { html, look }, use)
  }
}

async function withOpenPage(
  browser: Browser,
  { html, look }: { readonly html: string; readonly look: Look },
  use: (open: OpenPage) => Promise<void>,
): Promise<void> {
  await withFiles({ 'page.html': html }, async (folder) => {
    const page = await browser.newPage({
      viewport: { width: look.width ?? 1400, height: 900 },
      colorScheme: look.dark === true ? 'dark' : 'light',
    })
    const address = pathToFileURL(join(folder, 'page.html')).href
    const troubles = listen(page, address)
    const hash = look.place === undefined ? '' : `#${encodeURIComponent(look.place)}`
    await page.goto(`${address}${hash}`)
    try {
      await use({ page, troubles })
    } finally {
      await page.close()
    }
  })
}

function listen(page: Page, address: string): string[] {
  const troubles: string[] = []
  page.on('console', (message) => troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) troubles.push(`asked for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(dialog.message())
    void dialog.dismiss()
  })
  return troubles
}

/** Keeps what a page looks like where CI wants its report; nowhere without one. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const report = process.env['TEST_REPORT']
  if (report === undefined) return
  await mkdir(dirname(report), { recursive: true })
  await writeFile(join(dirname(report), `schema-${name}.png`), await page.screenshot())
}
