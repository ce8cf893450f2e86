create type public.size as (width integer, unit text, note text);
comment on type public.size is 'S';
comment on column public.size.unit is 'cm';
comment on column public.size.note is 'N';
grant usage on type public.size to anon;
