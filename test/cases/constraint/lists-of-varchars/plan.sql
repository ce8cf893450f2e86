-- up
-- ! scan, blocks_reads, needs_empty_table
alter table public.k
  add column n numeric,
  add column w2 character(3),
  add column word varchar(50) not null,
  add constraint c1 check (((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))),
  add constraint c10 check (((word)::text ~~* any (('{a,b}'::varchar[])::text[]))),
  add constraint c11 check ((((word)::varchar(3))::text = any ((array['a'::varchar, 'b'::varchar])::text[]))),
  add constraint c12 check ((array[word, 'b'::varchar] && array['a'::varchar, 'b'::varchar])),
  add constraint c13 check ((lower((word)::text) = any (array['a'::text, 'b'::text]))),
  add constraint c14 check ((((n < (1)::numeric) or (n > (2)::numeric)) or (((n >= (3)::numeric) and (n <= (1)::numeric)) or ((n >= (1)::numeric) and (n <= (3)::numeric))))),
  add constraint c2 check ((w2 = any (array['a'::bpchar, 'b'::bpchar]))),
  add constraint c3 check ((n = any (array[(1)::numeric, (2)::numeric]))),
  add constraint c4 check ((n = any ((array[1, 2])::numeric[]))),
  add constraint c5 check (((word)::text <> all ((array['x'::varchar, 'y'::varchar])::text[]))),
  add constraint c6 check (((word)::text ~~ any ((array['a%'::varchar, 'b%'::varchar])::text[]))),
  add constraint c7 check (((word)::text <> all ((array['x'::varchar, 'y'::varchar])::text[]))),
  add constraint c8 check (((word)::text = any ((array[('a'::text)::varchar, 'b'::varchar])::text[]))),
  add constraint c9 check (((((word)::text >= 'a'::text) and ((word)::text <= 'c'::text)) and ((n >= (1)::numeric) and (n <= (5)::numeric)) and ((n > (2)::numeric) and (n < (4)::numeric))));

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.k
  drop constraint c1,
  drop constraint c10,
  drop constraint c11,
  drop constraint c12,
  drop constraint c13,
  drop constraint c14,
  drop constraint c2,
  drop constraint c3,
  drop constraint c4,
  drop constraint c5,
  drop constraint c6,
  drop constraint c7,
  drop constraint c8,
  drop constraint c9,
  drop column n,
  drop column w2,
  drop column word;
