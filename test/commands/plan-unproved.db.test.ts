import { expect, inject, test } from 'vitest'
import { hashCommand } from '../../src/commands/hash.ts'
import { runVerb } from '../support/cli.ts'
import { withProject } from '../support/project.ts'
import { contextFor } from '../support/target.ts'

const pets = `create table public.pets (
  id integer,
  mood public.mood
);
`
const mood = (labels: string): string => `create type public.mood as enum (${labels});\n`

test('a plan of which a statement fails is a value all the same with --json, exits 1 and writes nothing', async () => {
  await withProject(async (project) => {
    await project.write('schema/types/mood.sql', mood("'good'"))
    await project.write('schema/tables/pets.sql', pets)
    await project.write('migrations/003_pets.sql', mood("'good', 'bad'") + pets)
    await project.write(
      'migrations/down/003_pets.sql',
      'drop table public.pets;\ndrop type public.mood;\n',
    )
    await project.write('samples/pets.sql', "insert into public.pets values (1, 'bad');\n")
    const env = { WORKBENCH_URL: inject('workbench').url }
    await hashCommand(await contextFor('', await project.load()))
    const { code, stdout } = await runVerb('plan', {
      cwd: project.root,
      words: ['other_mood', '--json'],
      env,
    })
    expect({ code, value: JSON.parse(stdout) }).toMatchObject({
      code: 1,
      value: {
        equal: false,
        proved: false,
        why: expect.stringContaining('invalid input value for enum mood: "bad" (22P02)'),
        segments: [
          {
            transaction: true,
            statements: expect.arrayContaining([
              expect.objectContaining({ object: 'enum public.mood' }),
            ]),
          },
        ],
        files: [],
      },
    })
    const said = await runVerb('plan', { cwd: project.root, words: ['--debug'], env })
    expect({ code: said.code, stdout: said.stdout }).toEqual({ code: 1, stdout: '' })
    expect(said.stderr).toMatch(
      /up: object changes\n  .*enum public\.mood .*\n[^]*invalid input value for enum mood: "bad"/,
    )
  })
})
