import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { longer } from '../support/sample.ts'
import { describeWith } from '../support/tools.ts'
import { home } from '../support/tracked-files.ts'
import { keepPicture, useBrowser } from './browser.ts'

const html = await readFile(join(home, 'docs/schema.html'), 'utf8')

describeWith('chromium', 'docs/schema.html', () => {
  const open = useBrowser()

  it('opens from a file with the diagram, and asks nobody for anything', async () => {
    await open(html, {}, async ({ page, troubles }) => {
      expect(await visiblePages(page)).toEqual(['page:overview'])
      expect(await page.locator('.diagram a.box').count()).toBe(
        await page.locator('nav ul ~ ul a').count(),
      )
      expect(await page.title()).toBe('Overview · aura · database')
      await keepPicture(page, 'overview')
      expect(await page.evaluate(looseLines)).toEqual([])
      expect(await page.locator('.diagram .line').count()).toBeGreaterThan(15)
      expect(troubles).toEqual([])
    })
  })

  it('leads from a table of the diagram to its page, by a click and by the keyboard', async () => {
    await open(html, {}, async ({ page, troubles }) => {
      const box = page.locator('.diagram a.box[data-table="public.task_history"]')
      await box.click()
      expect(await visiblePages(page)).toEqual(['table:public.task_history'])
      expect(await page.locator('nav a[aria-current]').textContent()).toBe('task_history')
      await keepPicture(page, 'table')
      await page.goBack()
      await box.focus()
      await page.keyboard.press('Enter')
      expect(await visiblePages(page)).toEqual(['table:public.task_history'])
      expect(troubles).toEqual([])
    })
  })

  it.skipIf(longer.skip)('finds tables, columns and functions by the keyboard alone', async () => {
    await open(html, {}, async ({ page, troubles }) => {
      await page.keyboard.press('/')
      await page.keyboard.type('avatar_url')
      expect(await page.locator('#results li').allTextContents()).toEqual([
        'avatar_url column of public.profilesPicture to show, an https URL.',
      ])
      await keepPicture(page, 'search')
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('#table%3Apublic.profiles')
      await page.keyboard.press('Enter')
      expect(await visiblePages(page)).toEqual(['table:public.profiles'])

      await page.keyboard.press('/')
      await page.keyboard.type('statistics documents')
      await page.keyboard.press('Enter')
      expect(await visiblePages(page)).toEqual(['page:functions'])
      expect(new URL(page.url()).hash).toBe(
        '#function%3Apublic.get_document_statistics(uuid%2C%20integer)'.replace('%20', '%2520'),
      )

      await page.keyboard.press('/')
      await page.keyboard.type('no such thing')
      expect(await page.locator('#results').textContent()).toBe('Nothing found.')
      await page.keyboard.press('Escape')
      expect(await page.locator('#results').isVisible()).toBe(false)
      expect(troubles).toEqual([])
    })
  })

  it.skipIf(longer.skip)('shows what one role may do', async () => {
    await open(html, { place: 'page:rights' }, async ({ page, troubles }) => {
      const heads = page.locator('.rights').first().locator('thead th:visible')
      expect(await heads.allTextContents()).toEqual([
        'object',
        'command',
        'anon',
        'authenticated',
        'service_role',
      ])
      await page.getByText('authenticated', { exact: true }).first().click()
      expect(await heads.allTextContents()).toEqual(['object', 'command', 'authenticated'])
      const rows = page.locator('.rights').first().locator('tbody tr:visible')
      expect(await textsOf(rows.filter({ hasText: 'public.profiles' }), 'td:visible')).toEqual([
        'select own rows, 9 columns',
        'insert own rows, 4 columns',
        'update own rows, 3 columns',
      ])
      await keepPicture(page, 'rights')
      await page.keyboard.press('ArrowLeft')
      expect(await rows.count()).toBe(0)
      expect(troubles).toEqual([])
    })
  })

  it.skipIf(longer.skip)(
    'is dark where the system is, and light or dark where the reader says so',
    async () => {
      await open(html, { dark: true }, async ({ page, troubles }) => {
        const dark = await background(page)
        await keepPicture(page, 'dark')
        await page.locator('#theme').click()
        const light = await background(page)
        expect({ dark: lightness(dark) < 60, light: lightness(light) > 200 }).toEqual({
          dark: true,
          light: true,
        })
        await page.reload()
        expect(await background(page)).toBe(light)
        await page.locator('#theme').click()
        await page.emulateMedia({ colorScheme: 'light' })
        expect(await background(page)).toBe(dark)
        expect(troubles).toEqual([])
      })
    },
  )

  it.skipIf(longer.skip)(
    'fits a narrow screen, where a button opens the list of pages',
    async () => {
      await open(html, { width: 390 }, async ({ page, troubles }) => {
        await keepPicture(page, 'narrow')
        expect(await page.locator('nav').isVisible()).toBe(false)
        await page.locator('#menu').click()
        for (const name of await page.locator('nav a').allTextContents()) {
          if (!(await page.locator('nav').isVisible())) await page.locator('#menu').click()
          await page.locator('nav').getByText(name, { exact: true }).click()
          const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          expect({ name, wide }).toEqual({ name, wide: 0 })
        }
        await keepPicture(page, 'narrow-table')
        expect(troubles).toEqual([])
      })
    },
  )

  it.skipIf(longer.skip)('shows where the focus is, wherever Tab leads', async () => {
    await open(html, { place: 'page:rights' }, async ({ page, troubles }) => {
      const unseen = []
      for (let count = 0; count < 20; count += 1) {
        await page.keyboard.press('Tab')
        const outline: unknown = await page.evaluate(
          `getComputedStyle(document.activeElement.matches('[type=radio]') ? document.activeElement.nextElementSibling : document.activeElement).outlineStyle`,
        )
        // After the last link the focus leaves the page.
        const isOutside = (await page.evaluate('document.activeElement.tagName')) === 'BODY'
        if (outline === 'none' && !isOutside) unseen.push(await focused(page))
      }
      expect(unseen).toEqual([])
      expect(troubles).toEqual([])
    })
  })

  it('may not ask anybody for anything', async () => {
    await open(html, {}, async ({ page, troubles }) => {
      expect(
        await page.evaluate(`fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')`),
      ).toBe('refused')
      expect(troubles.join('\n')).toContain('Content Security Policy')
    })
  })
})

/** The lines of the diagram that begin or end away from the tables that they are said to be of. */
const looseLines = `[...document.querySelectorAll('.diagram .line')].filter((line) => {
  const touches = (name, point) => {
    const box = [...document.querySelectorAll('.diagram .box')].find((each) => each.dataset.table === name)
    const { e: x, f: y } = box.transform.baseVal[0].matrix
    const { width, height } = box.querySelector('.frame').getBBox()
    const isBeside = Math.abs(point.x - x) < 2 || Math.abs(point.x - x - width) < 2
    return isBeside && point.y > y && point.y < y + height
  }
  const start = line.getPointAtLength(0)
  const end = line.getPointAtLength(line.getTotalLength())
  return !touches(line.dataset.from, start) || !touches(line.dataset.to, end)
}).map((line) => line.textContent)`

/** The ids of the sections that a reader sees. */
async function visiblePages(page: Page): Promise<(string | null)[]> {
  const sections = await page.locator('.page:visible').all()
  return Promise.all(sections.map(async (section) => section.getAttribute('id')))
}

/** The address of the link that has the focus. */
async function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.hash ?? document.activeElement.id')
}

async function textsOf(rows: Locator, cells: string): Promise<string[]> {
  const all = await rows.all()
  return Promise.all(all.map(async (row) => (await row.locator(cells).allTextContents()).join(' ')))
}

async function background(page: Page): Promise<string> {
  return String(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
}

/** The red of `rgb(1, 2, 3)`, which is about as much as the others. */
function lightness(color: string): number {
  return Number(/\d+/.exec(color)?.[0])
}
