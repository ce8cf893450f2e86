-- superuser, of the plan too
create function public.lexize(internal, internal, internal, internal) returns internal language internal as 'dsimple_lexize';
create text search template public.words (init = dsimple_init, lexize = public.lexize);
create text search template public.told (init = dsimple_init, lexize = dsimple_lexize);
comment on text search template public.told is 'of it';
create text search dictionary public.plain (template = public.words);
create text search configuration public.en (parser = "default");
alter text search configuration public.en add mapping for asciiword with public.plain;
create materialized view public.found as select to_tsvector('public.en', 'dogs') as words;
