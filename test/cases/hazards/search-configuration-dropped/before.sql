create text search configuration public.en (copy = pg_catalog.english);
create table public.t (id integer primary key, lang regconfig);
create function public.words(body text) returns tsvector language plpgsql as $$ begin return to_tsvector('public.en', body); end $$;
