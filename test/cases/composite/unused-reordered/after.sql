create type public.size as (width integer, note text collate "C", unit text, height bigint);
comment on type public.size is 'S';
comment on column public.size.unit is 'cm';
grant usage on type public.size to anon;
