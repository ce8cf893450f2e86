create text search dictionary public.plain (template = pg_catalog.simple);
create function public.first_lexeme(word text) returns text language sql immutable
return (ts_lexize('public.plain', word))[1];
create table public.t (id integer primary key, word text);
create index t_word_idx on public.t (public.first_lexeme(word));
create index t_all_idx on public.t (ts_lexize('public.plain', word));
