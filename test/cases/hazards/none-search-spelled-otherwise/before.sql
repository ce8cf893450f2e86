create text search dictionary public.d (template = simple, stopwords = english, accept = false);
create text search configuration public.c (copy = pg_catalog.simple);
alter text search configuration public.c alter mapping for asciiword, word with public.d;
